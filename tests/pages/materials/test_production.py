"""The production of a material goes step by step, and from the approval on the head decides."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from institution.enums import Role
from institution.models import User
from pages.actions.production import MoveRefused, move_production
from pages.enums.materials import Production
from pages.models import MaterialPage
from pages.rules.production import MOVES, asks_for_head, moves_from
from tests.factories.materials import ready_to_publish
from tests.factories.pages import draft_piece, published_piece
from tests.pages.desk import owned, send, sign_in

AT = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)  # still the 23rd in Lima


def test_every_step_of_the_production_is_written_and_the_rest_refused(tree):
    page, person = draft_piece(MaterialPage), User.objects.create(username="diseño")
    move_production(material=page, to=Production.DESIGN, by=person, at=AT, note="Va a diseño")
    with pytest.raises(MoveRefused, match="no se pasa"):
        move_production(material=page, to=Production.PRINTED, by=person, at=AT)
    move_production(material=page, to=Production.APPROVED, by=person, at=AT)
    with pytest.raises(MoveRefused, match="tiraje"):
        move_production(material=page, to=Production.PRINTED, by=person, at=AT)
    move_production(
        material=page, to=Production.PRINTED, by=person, at=AT, print_run=500, printed_on=date(2026, 11, 20)
    )
    kept = MaterialPage.objects.get(pk=page.pk)
    assert (kept.production, kept.print_run) == (Production.PRINTED, 500)
    assert [str(move) for move in kept.moves.all()] == [
        "Aprobado → Impreso", "En diseño → Aprobado", "Manuscrito → En diseño",
    ]  # fmt: skip


def test_a_printed_material_always_says_how_many_and_when(tree):
    with pytest.raises(IntegrityError), transaction.atomic():
        MaterialPage.objects.filter(pk=draft_piece(MaterialPage).pk).update(production=Production.PRINTED)


def test_two_who_move_at_once_do_not_both_succeed(tree):
    page = draft_piece(MaterialPage)
    other = MaterialPage.objects.get(pk=page.pk)
    move_production(material=page, to=Production.DESIGN, by=None, at=AT)
    with pytest.raises(MoveRefused, match="acaba de moverlo"):
        move_production(material=other, to=Production.DESIGN, by=None, at=AT)


def test_from_the_approval_on_only_who_may_publish_decides():
    for state, targets in MOVES.items():
        assert moves_from(state, as_head=True) == list(targets)
        assert not any(asks_for_head(state, to) for to in moves_from(state, as_head=False))
    assert moves_from(Production.DESIGN, as_head=False) == [Production.MANUSCRIPT]


def test_publishing_an_approved_material_ends_its_production_and_a_later_draft_does_not_undo_it(tree):
    page = published_piece(MaterialPage)
    assert page.production == Production.PUBLISHED
    assert page.moves.count() == 1
    old = page.latest_revision
    old.content["production"] = Production.MANUSCRIPT
    old.save()
    page.get_latest_revision().publish()
    assert MaterialPage.objects.get(pk=page.pk).production == Production.PUBLISHED
    assert page.moves.count() == 1


def test_the_writer_designs_and_the_head_approves_in_the_backend(tree):
    writer, head = sign_in(Role.WRITING), sign_in(Role.HEAD)
    page = owned(writer, draft_piece(MaterialPage))
    address = reverse("move_material", args=[page.pk])
    assert writer.post(address, {"to": "design", "note": "Lista"}).status_code == 302
    assert writer.post(address, {"to": "approved"}).status_code == 200
    assert MaterialPage.objects.get(pk=page.pk).production == Production.DESIGN
    assert head.post(address, {"to": "approved"}).status_code == 302
    asked = head.post(address, {"to": "printed", "note": "Salió de la imprenta"})
    assert "Salió de la imprenta" in asked.content.decode()
    assert "Anote el tiraje" in asked.content.decode()
    facts = {"to": "printed", "print_run": "300", "printed_on": "2026-11-20"}
    assert head.post(address, facts).status_code == 302
    form = head.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Aprobado → Impreso" in form
    assert "Producción" in form


def test_a_printed_material_cannot_lose_its_print_run_in_the_form(tree):
    head = sign_in(Role.HEAD)
    page = ready_to_publish(draft_piece(MaterialPage))
    move_production(material=page, to=Production.PRINTED, by=None, at=AT, print_run=5, printed_on=date(2026, 1, 2))
    answer = send(head, page, print_run="")
    assert answer.status_code == 200
    assert "figura como impreso" in answer.content.decode()
