"""A note to take away: PDF, plain text, its photos; and the journalist's way to an embargoed one."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from pages.actions.preview_links import open_link
from pages.documents.note_pdf import note_pdf
from pages.documents.note_text import note_text
from pages.documents.photos import photos_zip
from pages.models import NewsPage
from pages.serving import remember_link


def _visible(slug: str) -> NewsPage:
    return get_object_or_404(NewsPage.objects.visible(at=timezone.now()), slug=slug)


def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The note as the office would print it."""
    note = _visible(slug)
    return _download(note_pdf(note, at=timezone.now()), "application/pdf", f"{note.slug}.pdf")


def text(request: HttpRequest, slug: str) -> HttpResponse:
    """The note's words alone, to paste into a newsroom's editor."""
    note = _visible(slug)
    return _download(note_text(note).encode(), "text/plain; charset=utf-8", f"{note.slug}.txt")


def photos(request: HttpRequest, slug: str) -> FileResponse:
    """The note's pictures in full size, with a list of captions and credits."""
    note = _visible(slug)
    archive = photos_zip(note)
    if archive is None:
        raise Http404(_("Esta nota no tiene fotos."))
    return FileResponse(archive, as_attachment=True, filename=f"{note.slug}-fotos.zip")


@never_cache
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """The approved text of an embargoed note, for whoever holds a link that is neither expired nor revoked."""
    link = open_link(token=token, user_agent=request.META.get("HTTP_USER_AGENT", ""), at=timezone.now())
    if link is None:
        raise Http404(_("Este enlace venció o fue retirado."))
    remember_link(request, link)
    note = link.page
    context = note.get_context(request) | {"preview_link": link}
    response = TemplateResponse(request, note.get_template(request), context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _download(content: bytes, content_type: str, filename: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{filename}"'}
    )
