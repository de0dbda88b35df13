"""What a unit sees at its private link, without an account: what was made for it, to comment, approve or send back."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from institution.client_address import client_address
from pages.actions.unit_requests.links import find_review_link, note_opening
from pages.actions.unit_requests.moves import move_request
from pages.actions.unit_requests.talk import keep_files, say
from pages.enums import RequestSide, RequestState
from pages.forms.unit_review import Answer, ReviewForm
from pages.models import UnitRequestLink
from pages.rules.unit_requests import MoveRefused
from pages.serving import remember_review
from pages.throttle import too_often
from pages.unit_requests import file_response, kept_from_others, product_response, shown_products

ANSWERS, WINDOW = 20, 3_600
MOST_SHOWN = 200
TARGETS = {Answer.APPROVE: RequestState.APPROVED, Answer.CHANGES: RequestState.PRODUCTION}


def review(request: HttpRequest, token: str) -> HttpResponse:
    """The private page; an answer is kept and the page is shown again."""
    link = _opened(token)
    form = ReviewForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _answered(request, form, link):
        return redirect(f"{request.path}?listo={form.cleaned_data['answer']}")
    if request.method == "GET":
        note_opening(link=link, at=timezone.now())
        remember_review(request, link)
    response = TemplateResponse(request, "pages/unit_review.html", _context(request, link, form, token))
    response.status_code = 422 if form.errors else 200
    return kept_from_others(response)


def piece(request: HttpRequest, token: str, product: int) -> HttpResponse:
    """One of the pieces, as it will be read."""
    link = _opened(token)
    return product_response(request, get_object_or_404(link.request.products, pk=product))


def file(request: HttpRequest, token: str, file: int) -> HttpResponse:
    """One of the request's files."""
    return file_response(get_object_or_404(_opened(token).request.files, pk=file))


def _opened(token: str) -> UnitRequestLink:
    """The link, or 404. Its secret has 256 random bits: guessing needs no throttle."""
    link = find_review_link(token=token, at=timezone.now())
    if link is None:
        raise Http404(_("Este enlace venció o fue retirado. Pida otro a la Oficina de Imagen."))
    return link


def _answered(request: HttpRequest, form: ReviewForm, link: UnitRequestLink) -> bool:
    """Keep the answer; False when it can't be, with the form saying why."""
    address = client_address(request)
    if too_often(action="unit-review", address=address, limit=ANSWERS, seconds=WINDOW):
        form.add_error(
            None, _("Recibimos varias respuestas suyas en la última hora. Espere un poco y envíela otra vez.")
        )
        return False
    try:
        _keep(form, link)
    except MoveRefused as told:
        form.add_error(None, str(told))
        return False
    return True


def _keep(form: ReviewForm, link: UnitRequestLink) -> None:
    told, now = form.cleaned_data, timezone.now()
    target = TARGETS.get(told["answer"])
    if target is None:
        say(request=link.request, text=told["text"], signed=told["signed"], files=told["files"], at=now)
        return
    with transaction.atomic():
        move_request(request=link.request, to=target, reason=told["text"], signed=told["signed"], at=now)
        keep_files(request=link.request, files=told["files"], side=RequestSide.UNIT, at=now)


def _context(request: HttpRequest, link: UnitRequestLink, form: ReviewForm, token: str) -> dict:
    asked = link.request
    talk = asked.messages.select_related("author_user").prefetch_related("files").order_by("-sent_at", "-pk")
    return {
        "asked": asked,
        "link": link,
        "form": form,
        "token": token,
        "products": shown_products(asked),
        "asked_files": asked.files.filter(message=None),
        "talk": list(talk[:MOST_SHOWN])[::-1],
        "moves": [move for move in asked.moves.select_related("moved_by") if move.reason],
        "reviewing": asked.status == RequestState.REVIEW,
        "done": request.GET.get("listo", ""),
    }
