"""States and kinds of what is published, a file for each noun."""

from pages.enums.campaigns import CampaignState, PieceFormat
from pages.enums.diffusion import DiffusionChannel
from pages.enums.imports import ImportVerdict
from pages.enums.publication import CalloutKind, PublicityGround, PublicityMedium
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
    "CalloutKind",
    "CampaignState",
    "DiffusionChannel",
    "ImportVerdict",
    "ParalysisCause",
    "PhotoMoment",
    "PieceFormat",
    "PublicityGround",
    "PublicityMedium",
    "RequestFormat",
    "RequestSide",
    "RequestState",
    "WithdrawalReason",
    "WorkImportState",
    "WorkModality",
    "WorkReportState",
    "WorkRowVerdict",
    "WorkStage",
]
