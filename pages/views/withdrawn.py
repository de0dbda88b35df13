"""What a visitor sees where something was withdrawn: that it was, when, why, and where to go on."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from wagtail.models import Site

from pages.withdrawn import Gone, gone_from

HOUR = 3_600


def answer_for_withdrawn(request: HttpRequest, address: str, *, at: datetime) -> HttpResponse | None:
    """The way to what replaced the page at the address, or 410 with the reason; None where nobody ever saw any."""
    place = _place(request, address)
    gone = gone_from(place, at=at) if place else None
    if gone is None:
        return None
    return _to_replacement(request, gone) if gone.replacement else _told(request, gone)


def _place(request: HttpRequest, address: str) -> str:
    """The place of the tree that the address means; empty without a site."""
    site = Site.find_for_request(request)
    roots = {root.site_id: root.root_path for root in Site.get_site_root_paths()}
    return roots[site.pk].rstrip("/") + address if site and site.pk in roots else ""


def _to_replacement(request: HttpRequest, gone: Gone) -> HttpResponse:
    response = HttpResponsePermanentRedirect(gone.replacement.get_url(request))
    patch_cache_control(response, max_age=HOUR)  # if it is published again, browsers notice
    return response


def _told(request: HttpRequest, gone: Gone) -> HttpResponse:
    return render(request, "errors/withdrawn.html", {"gone": gone}, status=410)
