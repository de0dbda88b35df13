"""What is published, one file for each aggregate."""

from pages.models.alerts import Alert
from pages.models.attachments import Attachment
from pages.models.authorities import AuthoritiesPage, Authority
from pages.models.broken_links import BrokenLink, OutsideLink
from pages.models.bulletins import BulletinNote, BulletinPdf
from pages.models.campaign_index import CampaignIndexPage
from pages.models.campaign_parts import CampaignChannel, CampaignMessage, CampaignPartner, CampaignPiece
from pages.models.campaigns import CampaignPage
from pages.models.contact import ContactMessage, ContactPage
from pages.models.corrections import Correction
from pages.models.diffusion import DiffusionEntry
from pages.models.downloads import DownloadCount
from pages.models.event_dates import DateException, EventDate
from pages.models.event_index import EventIndexPage
from pages.models.event_registrations import EventRegistration
from pages.models.event_status import EventStatus
from pages.models.events import EventPage
from pages.models.guidance import GuidancePage
from pages.models.guidance_index import GuidanceIndexPage
from pages.models.guidance_opinions import GuidanceOpinion
from pages.models.guidance_parts import (
    GuidanceChannel,
    GuidanceCost,
    GuidanceQuestion,
    GuidanceRequirement,
    GuidanceStep,
    LegalBasis,
)
from pages.models.home import HomePage
from pages.models.imports import ImportRow, ImportRun
from pages.models.materials import MaterialIndexPage, MaterialPage
from pages.models.menus import FooterMenuEntry, MainMenuEntry, PortalMenus
from pages.models.news import NewsPage, NewsTag, RelatedNote
from pages.models.news_index import NewsIndexPage
from pages.models.occurrences import Occurrence
from pages.models.organisation import OrganisationPage
from pages.models.pdf_readings import PdfReading
from pages.models.photo_sets import PhotoSet, SetPhoto
from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage
from pages.models.presentations import MaterialCredit, Presentation
from pages.models.preview_links import PreviewLink, PreviewOpening
from pages.models.producers import EventProducer
from pages.models.production import ProductionMove
from pages.models.publicity_decisions import PublicityDecision
from pages.models.reviews import Review
from pages.models.social_cards import SocialCard
from pages.models.social_kits import SocialKit
from pages.models.social_posts import SocialPost
from pages.models.social_reports import SocialMetric, SocialReport
from pages.models.standard import StandardPage
from pages.models.topics import Topic
from pages.models.unit_request_links import UnitRequestLink, UnitRequestOpening
from pages.models.unit_request_log import UnitRequestLogEntry
from pages.models.unit_request_moves import UnitRequestMove
from pages.models.unit_request_products import UnitRequestProduct
from pages.models.unit_request_talk import UnitRequestFile, UnitRequestMessage
from pages.models.unit_requests import UnitRequest, UnitRequestFormat
from pages.models.withdrawals import Withdrawal
from pages.models.works import PublicWorkPage
from pages.models.works_advances import AdvancePhoto, WorkAdvance
from pages.models.works_imports import WorkImport, WorkImportRow
from pages.models.works_index import PublicWorkIndexPage
from pages.models.works_moves import WorkMove
from pages.models.works_parts import ConsortiumMember, ProgrammedPoint, WorkExtension, WorkPhoto
from pages.models.works_reports import WorkReport

__all__ = [
    "AdvancePhoto",
    "Alert",
    "Attachment",
    "AuthoritiesPage",
    "Authority",
    "BrokenLink",
    "BulletinNote",
    "BulletinPdf",
    "CampaignChannel",
    "CampaignIndexPage",
    "CampaignMessage",
    "CampaignPage",
    "CampaignPartner",
    "CampaignPiece",
    "ConsortiumMember",
    "ContactMessage",
    "ContactPage",
    "Correction",
    "DateException",
    "DiffusionEntry",
    "DownloadCount",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "EventProducer",
    "EventRegistration",
    "EventStatus",
    "FooterMenuEntry",
    "GuidanceChannel",
    "GuidanceCost",
    "GuidanceIndexPage",
    "GuidanceOpinion",
    "GuidancePage",
    "GuidanceQuestion",
    "GuidanceRequirement",
    "GuidanceStep",
    "HomePage",
    "ImportRow",
    "ImportRun",
    "LegalBasis",
    "MainMenuEntry",
    "MaterialCredit",
    "MaterialIndexPage",
    "MaterialPage",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "Occurrence",
    "OrganisationPage",
    "OutsideLink",
    "PdfReading",
    "PhotoSet",
    "Piece",
    "PieceIndexPage",
    "PortalMenus",
    "Presentation",
    "PreviewLink",
    "PreviewOpening",
    "ProductionMove",
    "ProgrammedPoint",
    "PublicWorkIndexPage",
    "PublicWorkPage",
    "PublicityDecision",
    "RelatedNote",
    "Review",
    "SetPhoto",
    "SocialCard",
    "SocialKit",
    "SocialMetric",
    "SocialPost",
    "SocialReport",
    "StandardPage",
    "Topic",
    "UnitRequest",
    "UnitRequestFile",
    "UnitRequestFormat",
    "UnitRequestLink",
    "UnitRequestLogEntry",
    "UnitRequestMessage",
    "UnitRequestMove",
    "UnitRequestOpening",
    "UnitRequestProduct",
    "Withdrawal",
    "WorkAdvance",
    "WorkExtension",
    "WorkImport",
    "WorkImportRow",
    "WorkMove",
    "WorkPhoto",
    "WorkReport",
]
