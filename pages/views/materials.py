"""What is taken away of a material: each of its presentations and the bulletin to print, counted."""

import logging

from django.db import DatabaseError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pages.actions.bulletins import composed_pdf
from pages.actions.downloads import count_download
from pages.cuts import first_cut
from pages.models import DownloadCount, MaterialPage, Presentation
from pages.rules.downloads import counts_as_download

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def download(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send the reader to the file, and count it if somebody pressed; 404 unless the material is public."""
    material = get_object_or_404(MaterialPage.objects.visible(at=timezone.now()), slug=slug)
    rows = material.presentations.select_related("document", "image")
    presentation = get_object_or_404(rows, pk=pk)
    address = _address(presentation)
    if _counts(request):
        _count(material, presentation.pk, presentation.label)
    return redirect(address)


@require_safe
@never_cache
def bulletin(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The bulletin's PDF with what is public now; 404 unless it is made of notes, and public itself."""
    material = get_object_or_404(MaterialPage.objects.visible(at=timezone.now()), slug=slug)
    if not material.is_composed:
        raise Http404
    made = composed_pdf(bulletin=material, at=timezone.now())
    if _counts(request):
        _count(material, DownloadCount.COMPOSED, _("Boletín para imprimir"))
    return FileResponse(made.file.open(), content_type="application/pdf", filename=f"{material.slug}.pdf")


def _address(presentation: Presentation) -> str:
    if presentation.document:
        return presentation.document.url
    cut = first_cut(presentation.image, "original")
    if cut is None:
        raise Http404
    return cut.url


def _counts(request: HttpRequest) -> bool:
    return counts_as_download(
        method=request.method or "",
        user_agent=request.headers.get("User-Agent", ""),
        purpose=request.headers.get("Sec-Purpose", ""),
    )


def _count(material: MaterialPage, key: int, label: str) -> None:
    """A count that can't be written never keeps a file from its reader."""
    try:
        count_download(material=material, key=key, label=label, at=timezone.now())
    except DatabaseError:
        logger.exception("A download of material %s was not counted", material.pk)
