"""What is done with a request from its own screen: moved, assigned, lent, answered with pieces, spread, told."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.actions.unit_requests.products import link_product
from pages.enums import RequestState as State
from pages.models import DiffusionEntry, EventPage, MaterialPage, NewsPage
from tests.factories.pages import draft_note, draft_piece, site_tree
from tests.factories.people import user_with
from tests.factories.unit_requests import NOW, asked, asked_in
from tests.pages.desk import sign_in
from tests.pages.unit_requests.desk import address_of, filled, signed_in, told_off


def test_the_head_accepts_returns_with_a_reason_and_the_unit_sends_it_again(unit):
    request = asked(by=unit)
    head, client = sign_in(Role.HEAD), signed_in(unit)
    refused = head.post(address_of(request, "move", "returned"), {"reason": "  "})
    assert "Escriba el motivo" in refused.content.decode()
    head.post(address_of(request, "move", "returned"), {"reason": "Falta la hora."})
    page = client.get(address_of(request)).content.decode()
    assert "Falta la hora." in page
    assert "Enviar de nuevo" in page
    client.post(address_of(request, "edit"), filled(title="Con la hora"))
    client.post(address_of(request, "move", "received"))
    request.refresh_from_db()
    assert (request.title, request.state) == ("Con la hora", State.RECEIVED)


def test_a_step_that_is_not_open_is_told_and_what_was_typed_stays(unit):
    request = asked(by=unit)
    answer = sign_in(Role.WRITING).post(address_of(request, "move", "accepted"), {"reason": "Ya la vi"})
    page = answer.content.decode()
    assert "Ese paso lo da otra persona: la Jefatura de Imagen" in page
    assert "Ya la vi" in page
    assert sign_in(Role.HEAD).get(address_of(request, "move", "lost")).status_code == 404


def test_after_sending_it_to_review_the_link_is_offered_and_its_address_shown_once(unit):
    request = asked_in(State.PRODUCTION, by=unit)
    link_product(request=request, page=draft_piece(MaterialPage), by=unit, at=NOW)
    writer = sign_in(Role.WRITING)
    answer = writer.post(address_of(request, "move", "review"))
    assert answer.url == address_of(request, "link")
    shown = writer.post(answer.url, {"days": 3})
    token = shown.context["address"].rstrip("/").rsplit("/", 1)[1]
    assert "no-store" in shown["Cache-Control"]
    assert token not in writer.get(address_of(request)).content.decode()
    link = request.links.get()
    writer.post(address_of(request, "revoke_link", link.pk))
    link.refresh_from_db()
    assert link.revoked_at


@pytest.mark.parametrize("days", ["0", "31", "", "x", "9" * 30])
def test_a_link_of_no_sensible_duration_is_refused(unit, days):
    request = asked(by=unit)
    assert sign_in(Role.WRITING).post(address_of(request, "link"), {"days": days}).status_code == 200
    assert not request.links.exists()


def test_the_head_assigns_only_who_works_on_requests(unit):
    request = asked(by=unit)
    head, writer = sign_in(Role.HEAD), user_with(Role.WRITING)
    for person in (unit.pk, "x", "9" * 30):
        head.post(address_of(request, "assign"), {"person": person})
        request.refresh_from_db()
        assert request.assigned_to is None
    head.post(address_of(request, "assign"), {"person": writer.pk})
    request.refresh_from_db()
    assert request.assigned_to == writer
    assert told_off(sign_in(Role.WRITING).post(address_of(request, "assign"), {"person": ""}))


def test_pieces_are_started_and_linked_from_the_request(unit):
    site_tree()
    request = asked(by=unit)
    writer = sign_in(Role.WRITING)
    for kind, model in {"nota": NewsPage, "material": MaterialPage, "evento": EventPage}.items():
        answer = writer.post(address_of(request, "start_product", kind))
        piece = model.objects.get()
        assert answer.url == reverse("wagtailadmin_pages:edit", args=[piece.pk])
        assert (piece.title, piece.unit, piece.live) == (request.title, request.unit, False)
    assert writer.post(address_of(request, "start_product", "cohete")).status_code == 404
    assert f'href="{address_of(request)}"' in writer.get(answer.url).content.decode()
    page = signed_in(unit).get(address_of(request, "product", request.products.first().pk))
    assert page.status_code == 200
    assert request.title in page.content.decode()
    writer.post(address_of(request, "unlink_product", request.products.first().pk))
    assert request.products.count() == 2
    assert NewsPage.objects.exists()


def test_only_what_one_may_edit_is_linked_since_its_draft_will_be_seen(unit):
    request, others_draft = asked(by=unit), draft_note()
    writer = sign_in(Role.WRITING)
    page = writer.post(address_of(request, "choose_product"), {"page": others_draft.pk}).content.decode()
    assert "Solo puede vincular lo que usted puede editar" in page
    for wrong in ("x", "9" * 30, site_tree().home.pk):
        assert writer.post(address_of(request, "choose_product"), {"page": wrong}).status_code in (200, 400)
    assert not request.products.exists()
    sign_in(Role.HEAD).post(address_of(request, "choose_product"), {"page": others_draft.pk})
    assert request.products.get().page_id == others_draft.pk


def test_where_it_went_out_is_recorded_with_its_proof(unit):
    request = asked(by=unit)
    writer = sign_in(Role.WRITING)
    today = timezone.localdate()
    entry = {"channel": "radio", "carried_on": today.isoformat(), "quantity": 6, "place": "Radio de ejemplo"}
    writer.post(address_of(request, "spread"), entry | {"evidence_url": "https://radio.example.test/aviso"})
    recorded = DiffusionEntry.objects.get()
    assert (recorded.request, recorded.page, recorded.proven) == (request, None, True)
    assert "Radio de ejemplo" in signed_in(unit).get(address_of(request)).content.decode()
    assert request.title in writer.get(reverse("difusion:index")).content.decode()
    for wrong in (
        {"quantity": 0},
        {"quantity": "x"},
        {"channel": "dream"},
        {"carried_on": "2999-01-01"},
        {"page": 999},
    ):
        assert writer.post(address_of(request, "spread"), entry | wrong).status_code == 200
    assert DiffusionEntry.objects.count() == 1


def test_a_message_with_nothing_in_it_is_shown_again(unit):
    request = asked(by=unit)
    client = signed_in(unit)
    wrong = {"text": " ", "files": SimpleUploadedFile("nota.pdf", b"%PDF-1.4")}
    assert "Este campo es" in client.post(address_of(request, "say"), wrong).content.decode()
    client.post(
        address_of(request, "say"), {"text": "Ya llegó el logo", "files": SimpleUploadedFile("logo.pdf", b"%PDF-1.4")}
    )
    message = request.messages.get()
    assert (message.side, message.files.get().name) == ("unit", "logo.pdf")
    download = client.get(address_of(request, "file", message.files.get().pk))
    assert download["Content-Disposition"] == 'attachment; filename="logo.pdf"'
    assert download["X-Content-Type-Options"] == "nosniff"
