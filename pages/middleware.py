"""What becomes of a request whose page was withdrawn, and of a publication refused outside the piece's form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.actions.publication import PublicationRefused, keep_refusal, publication_obstacles
from pages.models.piece import Piece, pieces_among
from pages.views.withdrawn import answer_for_withdrawn

MOST_NAMED = 50
PAGE_ADDRESS = "wagtail_serve"


class WithdrawnPages:
    """Where a page would have been not found, says that it was withdrawn if it was; nothing is asked otherwise.

    So do the addresses that hang from it: its PDF, its photos, its calendar, its forms. It stands outside Wagtail's
    redirects, so that one written by hand is obeyed first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        address = page_address(request) if response.status_code == 404 else ""
        return (address and answer_for_withdrawn(request, address, at=timezone.now())) or response


def page_address(request: HttpRequest) -> str:
    """The address of the page that the request is about: its own, or the one that a companion's begins with."""
    match = request.resolver_match
    if match is None or match.view_name == PAGE_ADDRESS:
        return request.path if match else ""
    folder, slug, _companion = match.route.partition("<slug:slug>/")
    return f"/{folder}{match.kwargs['slug']}/" if slug else ""


class RefusedPublications:
    """Approving from a list, publishing in bulk and the like: says what was refused, why and where to mend it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PublicationRefused) or request.resolver_match is None:
            return None
        keep_refusal(exception)
        pieces = [piece for piece in _asked_for(request) if _refused(piece)]
        for piece in pieces:
            _tell(request, piece, _refused(piece))
        if not pieces:
            messages.error(request, _("No se publicó: %(why)s") % {"why": " ".join(exception.messages)})
        address = _edit_address(pieces[0]) if len(pieces) == 1 else reverse("wagtailadmin_explore_root")
        return _go(request, address)


def _asked_for(request: HttpRequest) -> list[Piece]:
    """The latest drafts of the pieces that the request was about."""
    keys = [request.resolver_match.kwargs.get("page_id"), *request.GET.getlist("id")]
    pieces = pieces_among([int(key) for key in keys if str(key).isdecimal()][:MOST_NAMED])
    return [piece.get_latest_revision_as_object() for piece in pieces]


def _refused(piece: Piece) -> dict[str, str]:
    return publication_obstacles(piece, at=timezone.now())


def _tell(request: HttpRequest, piece: Piece, obstacles: dict[str, str]) -> None:
    told = _("No se publicó nada, porque «%(title)s» no puede publicarse así. %(why)s") % {
        "title": piece.get_admin_display_title(),
        "why": " ".join(obstacles.values()),
    }
    messages.error(request, told, buttons=[messages.button(_edit_address(piece), _("Corregir"))])


def _edit_address(piece: Piece) -> str:
    return reverse("wagtailadmin_pages:edit", args=[piece.pk])


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """A redirect, in the words of Wagtail's modals when one of them asked."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)
