"""No page is published with a picture of somebody who did not agree, nor of a minor without authorisation."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from institution.models import InstitutionImage
from pages.references import files_used


def picture_obstacles(page: Page, at: datetime) -> dict[str, str]:
    """Which pictures stand in the way, by the field that shows them; one query, whatever their number.

    Sources: see `institution.rules.consent`. A set of photos needs no check: it never shows what may not be.
    """
    used = files_used(page, InstitutionImage)
    keys = set().union(*used.values())
    faulty = {image.pk: image for image in InstitutionImage.objects.filter(pk__in=keys).awaiting_consent()}
    obstacles = {}
    for field, shown in used.items():
        if named := [_told(faulty[key]) for key in sorted(shown & faulty.keys())]:
            obstacles[field] = " ".join(named)
    return obstacles


def _told(image: InstitutionImage) -> str:
    return _("No se puede publicar la foto «%(title)s»: %(why)s. Cámbiela, o anote la autorización en la foto.") % {
        "title": image.title,
        "why": image.publication_fault,
    }


@hooks.register("before_publish_page")
def hold_back_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a page that is no piece as a draft, and say why; pieces are asked by their own form."""
    obstacles = picture_obstacles(page, timezone.now())
    if not obstacles:
        return None
    messages.error(request, " ".join(obstacles.values()))
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def hold_back_pages(request: HttpRequest, kind: str, rows: Iterable[Any], action: Any) -> HttpResponse | None:
    """The same when many are published at once: none of them is."""
    if kind != "publish":
        return None
    drafts = [page.specific.get_latest_revision_as_object() for page in rows if isinstance(page, Page)]
    told = [why for page in drafts for why in picture_obstacles(page, timezone.now()).values()]
    if not told:
        return None
    messages.error(request, " ".join(told))
    return redirect(reverse("wagtailadmin_explore_root"))
