"""States and kinds of what is published, a file for each noun."""

from pages.enums.alerts import AlertSeverity
from pages.enums.campaigns import CampaignState, PieceFormat
from pages.enums.diffusion import DiffusionChannel
from pages.enums.events import Attendance, EventKind, EventModality, EventState, Frequency, RegistrationState, Weekday
from pages.enums.guidance import ChannelKind, Silence, Situation
from pages.enums.imports import ImportVerdict
from pages.enums.links import LinkFault
from pages.enums.publication import CalloutKind, PublicityGround, PublicityMedium, PublicityOutcome
from pages.enums.social import CardKind, CardShape, KitKind, PostState, ReportOutcome
from pages.enums.unit_requests import RequestFormat, RequestSide, RequestState
from pages.enums.withdrawals import WithdrawalReason
from pages.enums.works import (
    ParalysisCause,
    PhotoMoment,
    WorkImportState,
    WorkModality,
    WorkReportState,
    WorkRowVerdict,
    WorkStage,
)

__all__ = [
    "AlertSeverity",
    "Attendance",
    "CalloutKind",
    "CampaignState",
    "CardKind",
    "CardShape",
    "ChannelKind",
    "DiffusionChannel",
    "EventKind",
    "EventModality",
    "EventState",
    "Frequency",
    "ImportVerdict",
    "KitKind",
    "LinkFault",
    "ParalysisCause",
    "PhotoMoment",
    "PieceFormat",
    "PostState",
    "PublicityGround",
    "PublicityMedium",
    "PublicityOutcome",
    "RegistrationState",
    "ReportOutcome",
    "RequestFormat",
    "RequestSide",
    "RequestState",
    "Silence",
    "Situation",
    "Weekday",
    "WithdrawalReason",
    "WorkImportState",
    "WorkModality",
    "WorkReportState",
    "WorkRowVerdict",
    "WorkStage",
]
