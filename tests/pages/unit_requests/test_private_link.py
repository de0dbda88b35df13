"""The private link: it opens one request and nothing else, without an account, until it expires or is revoked."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from institution.models import OutgoingMail
from pages.actions.unit_requests.links import create_review_link, revoke_review_link
from pages.actions.unit_requests.products import link_product
from pages.actions.unit_requests.talk import say
from pages.enums import RequestSide
from pages.enums import RequestState as State
from pages.models import Attachment, EventPage, MaterialPage, NewsPage, UnitRequest
from tests.factories.institution import DocumentFactory
from tests.factories.pages import draft_piece
from tests.factories.unit_requests import asked_in, unit_person

ANSWER = {"signed": "Enlace de ejemplo", "text": "", "answer": "aprobacion"}


@pytest.fixture
def asked(tree) -> UnitRequest:
    """A request in review, with a draft for it."""
    request = asked_in(State.REVIEW, title="Feria de la papa")
    piece = draft_piece(MaterialPage, title="Afiche de la feria")
    piece.title = "Afiche corregido de la feria"
    piece.save_revision()
    link_product(request=request, page=piece, by=request.created_by, at=timezone.now())
    return request


def lent(request: UnitRequest, **more) -> str:
    """The path of a new link to the request."""
    given = {"days": 7, "by": request.created_by, "at": timezone.now()} | more
    return "/revision" + create_review_link(request=request, **given)[1].partition("/revision")[2]


def test_it_shows_the_latest_drafts_and_is_told_to_nobody_else(asked, client):
    page = client.get(lent(asked))
    text = page.content.decode()
    assert page.status_code == 200
    assert "Feria de la papa" in text
    assert "Afiche corregido de la feria" in text
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    piece = client.get(f"{lent(asked)}pieza/{asked.products.get().pk}/")
    assert piece.status_code == 200
    assert "Afiche corregido de la feria" in piece.content.decode()
    assert piece["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("model", [NewsPage, MaterialPage, EventPage])
def test_each_type_of_piece_is_read_as_it_will_be(asked, client, model):
    piece = draft_piece(model, title="La pieza por leer")
    product = link_product(request=asked, page=piece, by=asked.created_by, at=timezone.now())
    answer = client.get(f"{lent(asked)}pieza/{product.pk}/")
    assert answer.status_code == 200
    assert "La pieza por leer" in answer.content.decode()
    assert client.get(piece.get_url(request=None) or "/x/").status_code == 404


def test_each_opening_is_logged_and_only_a_digest_is_kept(asked, client):
    path = lent(asked)
    client.get(path)
    client.get(path)
    link = asked.links.get()
    assert link.openings.count() == 2
    assert link.digest not in path


@pytest.mark.parametrize("when", ["expired", "revoked", "unknown", "altered"])
def test_what_opens_nothing_is_not_found(asked, client, when):
    path = lent(asked, at=timezone.now() - timedelta(days=8) if when == "expired" else timezone.now())
    if when == "revoked":
        revoke_review_link(link=asked.links.get(), by=asked.created_by, at=timezone.now())
    path = {"unknown": "/revision/x/", "altered": path[:-2] + "./"}.get(when, path)
    product = asked.products.get().pk
    for address in (path, f"{path}pieza/{product}/", f"{path}archivo/1/"):
        assert client.get(address).status_code == 404
    assert client.post(path, ANSWER).status_code == 404


def test_no_other_request_is_reached_through_it(asked, client):
    other = asked_in(State.REVIEW)
    say(request=other, text="Ajeno", files=[SimpleUploadedFile("a.pdf", b"%PDF")], at=timezone.now())
    product = link_product(request=other, page=draft_piece(MaterialPage), by=other.created_by, at=timezone.now())
    path = lent(asked)
    assert client.get(f"{path}pieza/{product.pk}/").status_code == 404
    assert client.get(f"{path}archivo/{other.files.get().pk}/").status_code == 404
    assert "Ajeno" not in client.get(path).content.decode()


def test_the_unit_comments_sends_back_and_approves(asked, client):
    path = lent(asked)
    comment = {"text": "Falta el logo", "answer": "comentario", "files": SimpleUploadedFile("logo.pdf", b"%PDF-1.4")}
    assert client.post(path, ANSWER | comment).url == f"{path}?listo=comentario"
    message = asked.messages.get()
    assert (message.side, message.author) == (RequestSide.UNIT, "Enlace de ejemplo, por enlace privado")
    file = client.get(f"{path}archivo/{message.files.get().pk}/")
    assert file["Content-Disposition"] == 'attachment; filename="logo.pdf"'
    client.post(path, ANSWER | {"text": "Cambien la fecha", "answer": "cambios"})
    asked.refresh_from_db()
    assert asked.state == State.PRODUCTION
    assert "Cambien la fecha" in client.get(path).content.decode()
    UnitRequest.objects.update(state=State.REVIEW)
    client.post(path, ANSWER)
    asked.refresh_from_db()
    assert asked.state == State.APPROVED
    assert client.get(f"{path}?listo=aprobacion").content.decode().count("Quedó aprobada") == 1


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": ""}, "Este campo es"),
        ({"answer": "cambios", "text": "  "}, "qué debe cambiar"),
        ({"answer": "comentario", "text": ""}, "qué quiere decir"),
        ({"answer": "todo"}, "Revise lo que está marcado"),
        ({"answer": ""}, "Revise lo que está marcado"),
        ({"text": "x" * 1_001}, "1000"),
        ({"signed": "Nulo\0"}, "nulos"),
        ({"files": SimpleUploadedFile("virus.exe", b"MZ")}, "no se puede adjuntar"),
    ],
)
def test_an_answer_that_makes_no_sense_is_shown_again(asked, client, wrong, why):
    answer = client.post(lent(asked), ANSWER | {"text": "Lo que escribí"} | wrong)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    asked.refresh_from_db()
    assert asked.state == State.REVIEW
    assert not asked.messages.exists()


def test_approving_twice_says_how_it_stands(asked, client):
    path = lent(asked)
    client.post(path, ANSWER)
    again = client.post(path, ANSWER | {"text": "Otra vez"})
    assert again.status_code == 422
    assert "Aprobada por la unidad" in again.content.decode()
    assert "Otra vez" in again.content.decode()


def test_answers_in_a_flood_are_asked_to_wait(asked, client):
    path = lent(asked)
    comment = ANSWER | {"text": "Hola", "answer": "comentario"}
    answers = [client.post(path, comment).status_code for _ in range(22)]
    assert answers == [302] * 20 + [422] * 2
    assert asked.messages.count() == 20


def test_a_forged_form_is_refused(asked):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(lent(asked), ANSWER).status_code == 403


def test_the_documents_of_a_piece_are_lent_with_it(asked, client):
    document = DocumentFactory()
    piece = MaterialPage.objects.get()
    Attachment.objects.create(page=piece, document=document, title="Arte final")
    piece.save_revision()
    address = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    assert client.get(address).status_code == 404
    client.get(lent(asked))
    assert client.get(address).status_code == 200
    revoke_review_link(link=asked.links.get(), by=asked.created_by, at=timezone.now())
    assert client.get(address).status_code == 404


def test_the_link_goes_by_mail_to_the_contact_only_if_asked(asked):
    lent(asked)
    assert not OutgoingMail.objects.filter(key__contains="link").exists()
    path = lent(asked, by_mail=True)
    assert path in OutgoingMail.objects.get(key__contains="link").email.message


@pytest.mark.parametrize("days", [0, 31])
def test_a_link_lasts_from_one_to_thirty_days(asked, days):
    with pytest.raises(ValueError, match="1 a 30"):
        create_review_link(request=asked, days=days, by=unit_person(), at=timezone.now())
