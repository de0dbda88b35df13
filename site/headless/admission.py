"""Who comes in: by which key, and whether not too often."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from headless.limits import LEASES
from headless.problem_types import TOO_MANY_REQUESTS
from headless.problems import Problem
from headless.readers import ANYBODY, Reader, reader_of
from headless.rules.limits import Allowance, network_of
from institution.client_address import client_address

ANONYMOUS, KEY = "anonymous", "key"
DIGITS = 40


def admit(request: HttpRequest, *, at: datetime) -> None:
    """Note on the request who asks (`reader`) and how they stand (`allowance`). Raises Problem for whom it may not be.

    Who shows a key that is no good counts by their address, so that keys can't be tried without end.
    """
    refusal, reader = None, ANYBODY
    try:
        reader = reader_of(request, at=at)
    except Problem as problem:
        refusal = problem
    request.reader = reader  # type: ignore[attr-defined]
    request.allowance = allowance = _allowance(request, reader, at)  # type: ignore[attr-defined]
    if allowance and not allowance.passes:
        detail = _("Ya hizo %(limit)s consultas en este minuto. Vuelva a preguntar en %(seconds)s segundos.")
        raise Problem(TOO_MANY_REQUESTS, detail % {"limit": allowance.limit, "seconds": allowance.resets_in})
    if refusal:
        raise refusal


def tell_allowance(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer with how its reader stands, when that is counted."""
    if allowance := getattr(request, "allowance", None):
        for name, value in allowance.headers.items():
            response[name] = value
    return response


def _allowance(request: HttpRequest, reader: Reader, at: datetime) -> Allowance | None:
    if token := reader.token:
        return LEASES.admit(subject=f"key {token.pk}", policy=KEY, limit=token.requests_per_minute, at=at)
    if not settings.API_REQUESTS_PER_MINUTE:
        return None
    network = network_of(client_address(request))
    subject = salted_hmac("headless.admission", network, algorithm="sha256").hexdigest()[:DIGITS]
    return LEASES.admit(subject=subject, policy=ANONYMOUS, limit=settings.API_REQUESTS_PER_MINUTE, at=at)
