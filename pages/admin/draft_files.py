"""Deleting several files at once: none goes while a page, a draft or a register uses one of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from institution.models import InstitutionDocument, InstitutionImage
from pages.references import drafts_using, pages_naming, rows_holding

LISTINGS = {InstitutionImage: "library_images", InstitutionDocument: "library_documents"}


@hooks.register("before_bulk_action")
def keep_files_in_use(request: HttpRequest, kind: str, rows: Iterable[Any], action: Any) -> HttpResponse | None:
    """Refuse to delete at once files of which one is in use, naming it and what uses it."""
    files = {row.pk: row for row in rows if kind == "delete" and type(row) in LISTINGS}
    found = next(_uses(files), None) if files else None
    if found is None:
        return None
    file, user = found
    told = _("No se eliminó nada: «%(file)s» está en %(user)s. Quítelo de la selección.")
    messages.error(request, told % {"file": file.title, "user": user})
    return redirect(LISTINGS[type(file)])


def _uses(files: dict[int, Any]) -> Iterator[tuple[Any, str]]:
    for page, key in drafts_using(type(next(iter(files.values()))), files.keys()):
        yield files[key], _("el borrador «%s»") % page.get_admin_display_title()
    for file in files.values():
        for page in Page.objects.filter(pk__in=pages_naming(file)):
            yield file, f"«{page.get_admin_display_title()}»"
        yield from ((file, f"«{row}» ({row._meta.verbose_name})") for row in rows_holding(file))
