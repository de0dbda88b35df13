"""The institution's rows, one file for each aggregate."""

from institution.models.documents import InstitutionDocument
from institution.models.identity import InstitutionSettings, NetworkAccount, Phone, YearName
from institution.models.images import InstitutionImage, InstitutionRendition
from institution.models.long_tasks import LongTask
from institution.models.mail import OutgoingMail
from institution.models.people import User
from institution.models.places import District
from institution.models.restrictions import RestrictionPeriod
from institution.models.series import DocumentSeries, IssuedNumber
from institution.models.terms import TermOfGovernment
from institution.models.units import OrganicUnit

__all__ = [
    "District",
    "DocumentSeries",
    "InstitutionDocument",
    "InstitutionImage",
    "InstitutionRendition",
    "InstitutionSettings",
    "IssuedNumber",
    "LongTask",
    "NetworkAccount",
    "OrganicUnit",
    "OutgoingMail",
    "Phone",
    "RestrictionPeriod",
    "TermOfGovernment",
    "User",
    "YearName",
]
