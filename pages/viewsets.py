"""The registers of what is published, in the backend."""

from django.utils.translation import gettext_lazy as _

from institution.admin.registers import SmallRegister
from pages.admin.broken_links import BrokenLinks, OutsideLinks
from pages.admin.campaigns import CampaignListing
from pages.admin.contact_messages import ContactMessages
from pages.admin.copying import PortalPages
from pages.admin.diffusion import DiffusionLog
from pages.admin.event_registrations import EventRegistrations
from pages.admin.events import EventListing
from pages.admin.guidance import GuidanceListing, GuidanceOpinions
from pages.admin.imports import ImportRuns
from pages.admin.materials import MaterialListing
from pages.admin.news import NewsListing
from pages.admin.photo_sets import PhotoSets
from pages.admin.press_links import PressLinks
from pages.admin.publicity import PublicityLog
from pages.admin.reviews import Reviews
from pages.admin.social_kits.register import SocialKits
from pages.admin.unit_requests.register import UnitRequests
from pages.admin.withdrawals import Withdrawals
from pages.admin.work_advances import WorkAdvances
from pages.admin.work_imports import WorkImports
from pages.admin.work_reports import WorkReports
from pages.admin.works import PublicWorkListing
from pages.models import Topic


class TopicRegister(SmallRegister):
    model = Topic
    url_prefix = "temas"
    icon = "tag"
    menu_hook = "register_portal_menu_item"
    menu_label = _("Temas")
    menu_order = 300
    list_display = ["name", "slug", "description"]
    search_fields = ["name", "description"]
    list_export = ["name", "slug", "description"]
    export_filename = "temas"


VIEWSETS = [
    PortalPages,
    NewsListing,
    CampaignListing,
    PublicWorkListing,
    WorkAdvances,
    WorkReports,
    WorkImports,
    EventListing,
    EventRegistrations,
    MaterialListing,
    GuidanceListing,
    GuidanceOpinions,
    DiffusionLog,
    SocialKits,
    ContactMessages,
    ImportRuns,
    PressLinks,
    Withdrawals,
    PhotoSets,
    UnitRequests,
    PublicityLog,
    Reviews,
    BrokenLinks,
    OutsideLinks,
]
