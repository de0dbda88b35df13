"""The requests' desk: signing in, the form filled in, the addresses of a request."""

from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from institution.actions.seed_roles import seed_roles
from institution.models import User
from pages.models import UnitRequest


def signed_in(person: User) -> Client:
    """A browser in which the person is signed in."""
    seed_roles()
    client = Client()
    client.force_login(person)
    return client


def filled(**changes) -> dict:
    """The form as a unit would fill it in."""
    soon = timezone.localdate() + timedelta(days=7)
    return {
        "title": "Limpieza de techos",
        "what": "Recojo de inservibles por barrios.",
        "audience": "Vecinos de Aija",
        "formats": ["note", "poster"],
        "needed_by": soon.isoformat(),
        "contact_name": "Enlace de ejemplo",
        "contact_email": "enlace@example.test",
    } | changes


def address_of(request: UnitRequest, name: str = "inspect", *more) -> str:
    """Where the request, or a screen of it, is."""
    return reverse(f"solicitudes:{name}", args=[request.pk, *more])


def told_off(answer: HttpResponse) -> bool:
    """Wagtail answers who may not with the way home and a message."""
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")
