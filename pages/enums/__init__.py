"""States and kinds of what is published, a file for each noun."""

from pages.enums.diffusion import DiffusionChannel
from pages.enums.imports import ImportVerdict
from pages.enums.publication import CalloutKind, PublicityGround, PublicityMedium
from pages.enums.withdrawals import WithdrawalReason

__all__ = [
    "CalloutKind",
    "DiffusionChannel",
    "ImportVerdict",
    "PublicityGround",
    "PublicityMedium",
    "WithdrawalReason",
]
