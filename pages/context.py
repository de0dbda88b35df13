"""What every page of the portal shows, whoever makes it."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from institution.models import InstitutionSettings, YearName
from pages.history import past_terms
from pages.models import Alert, PortalMenus


def portal(request: HttpRequest) -> dict:
    """The institution, its menus and the official name of the year; asked for only where a template shows them."""
    return {
        "alerts": SimpleLazyObject(lambda: list(Alert.objects.active(at=timezone.now()).for_banner().gravest_first())),
        "institution": SimpleLazyObject(lambda: InstitutionSettings.load(request_or_site=request)),
        "menus": SimpleLazyObject(lambda: PortalMenus.load(request_or_site=request)),
        "past_terms": SimpleLazyObject(lambda: past_terms(at=timezone.now())),
        "year_name": SimpleLazyObject(lambda: YearName.objects.filter(year=localdate(timezone.now()).year).first()),
    }
