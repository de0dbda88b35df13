"""A file that only a draft uses looks unused to Wagtail, whose index knows what is live: it is kept from deletion."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from institution.models import InstitutionDocument, InstitutionImage
from pages.references import drafts_using

LISTINGS = {InstitutionImage: "library_images", InstitutionDocument: "library_documents"}


@hooks.register("before_bulk_action")
def keep_files_of_drafts(request: HttpRequest, kind: str, rows: Iterable[Any], action: Any) -> HttpResponse | None:
    """Refuse to delete at once files of which a draft still shows one, naming both."""
    files = {row.pk: row for row in rows if kind == "delete" and type(row) in LISTINGS}
    if not files:
        return None
    model = type(next(iter(files.values())))
    found = next(drafts_using(model, files.keys()), None)
    if found is None:
        return None
    page, key = found
    told = _("No se eliminó nada: «%(file)s» está en el borrador «%(page)s». Quítelo de la selección.")
    messages.error(request, told % {"file": files[key].title, "page": page.get_admin_display_title()})
    return redirect(LISTINGS[model])
