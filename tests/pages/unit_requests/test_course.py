"""A request's course: received, moved, talked about, answered with pieces, published, and its contact erased."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import OutgoingMail
from pages.actions.unit_requests.assignment import NotAssignable, assign_request
from pages.actions.unit_requests.erase import erase_old_contacts
from pages.actions.unit_requests.moves import move_request
from pages.actions.unit_requests.products import NotStartable, link_product, start_product
from pages.actions.unit_requests.receive import Brief, NotRewritable, rewrite_request
from pages.actions.unit_requests.talk import say
from pages.enums import RequestFormat, RequestSide
from pages.enums import RequestState as State
from pages.models import EventPage, MaterialPage, NewsPage, UnitRequest, UnitRequestMove
from pages.rules.unit_requests import MoveRefused
from tests.factories.pages import draft_note, draft_piece, published_note, site_tree
from tests.factories.people import user_with
from tests.factories.unit_requests import BRIEF, NOW, asked, asked_in, unit_person


@pytest.fixture
def people(db):
    """Whoever acts: the head, a writer, and a person of the unit that asks."""
    seed_roles()
    head, writer = user_with(Role.HEAD), user_with(Role.WRITING)
    for person in (head, writer):
        person.email = f"{person.username}@example.test"
        person.save()
    return head, writer, unit_person()


def told_to(address: str) -> list[str]:
    return [mail.email.message for mail in OutgoingMail.objects.all() if mail.recipient == address]


def test_a_request_goes_the_whole_way_and_its_history_says_who_and_when(people):
    head, writer, unit = people
    site_tree()
    request = asked(by=unit, formats=[RequestFormat.NOTE, RequestFormat.POSTER])
    assert request.number.text == "S-001-2026"
    move_request(request=request, to=State.ACCEPTED, by=head, at=NOW)
    assign_request(request=request, to=writer, by=head, at=NOW)
    move_request(request=request, to=State.PRODUCTION, by=writer, at=NOW)
    note = start_product(request=request, model=NewsPage, by=writer, at=NOW)
    second = draft_note()
    second.save_revision()
    link_product(request=request, page=second, by=writer, at=NOW)
    move_request(request=request, to=State.REVIEW, by=writer, at=NOW)
    move_request(request=request, to=State.APPROVED, signed="Enlace de ejemplo", at=NOW)
    note.get_latest_revision().publish(user=head)
    request.refresh_from_db()
    assert request.state == State.APPROVED
    second.get_latest_revision().publish(user=head)
    request.refresh_from_db()
    assert request.state == State.PUBLISHED
    assert request.concluded_at is not None
    steps = [(move.to_state, move.author) for move in request.moves.all()]
    assert steps[:2] == [(State.RECEIVED, unit.username), (State.ACCEPTED, head.username)]
    assert steps[-2:] == [
        (State.APPROVED, "Enlace de ejemplo, por enlace privado"),
        (State.PUBLISHED, "Oficina de Imagen"),
    ]


def test_a_piece_starts_with_what_the_request_says(people):
    _head, writer, unit = people
    site_tree()
    opens = NOW + timedelta(days=5)
    formats = [RequestFormat.NOTE, RequestFormat.FLYER, RequestFormat.EVENT]
    request = asked(by=unit, formats=formats, event_place="Plaza de Armas", event_at=opens)
    for model in (NewsPage, MaterialPage, EventPage):
        piece = start_product(request=request, model=model, by=writer, at=NOW)
        draft = piece.get_latest_revision_as_object()
        assert (draft.title, draft.summary, draft.unit, draft.live) == (request.title, request.what, unit.unit, False)
        assert draft.owner == writer
    assert request.products.count() == 3
    assert MaterialPage.objects.get().kind == "flyer"
    event = EventPage.objects.get().get_latest_revision_as_object()
    assert event.place_name == "Plaza de Armas"
    assert [(each.starts_at, each.ends_at) for each in event.dates.all()] == [(opens, opens + timedelta(hours=2))]
    with pytest.raises(NotStartable):
        start_product(request=request, model=NewsPage, by=unit, at=NOW)


def test_what_was_live_already_concludes_the_request_when_the_unit_approves(people):
    head, _writer, unit = people
    request = asked_in(State.REVIEW, by=unit)
    link_product(request=request, page=published_note(), by=head, at=NOW)
    move_request(request=request, to=State.APPROVED, by=unit, at=NOW)
    assert request.state == State.PUBLISHED


def test_the_other_side_is_told_by_mail_once_of_each_step_and_message(people):
    head, writer, unit = people
    request = asked(by=unit)
    assign_request(request=request, to=writer, by=head, at=NOW)
    move_request(request=request, to=State.RETURNED, by=head, reason="Falta la hora.", at=NOW)
    assert "Falta la hora." in told_to("enlace@example.test")[-1]
    say(request=request, text="Es a las 9.", by=unit, at=NOW)
    assert "Es a las 9." in " ".join(told_to(writer.email))
    before = OutgoingMail.objects.count()
    say(request=request, text="Gracias.", by=writer, at=NOW)
    assert OutgoingMail.objects.count() == before + 1
    assert "Gracias." in " ".join(told_to("enlace@example.test"))


def test_nobody_moves_what_another_has_moved_meanwhile(people):
    head, _writer, unit = people
    request = asked(by=unit)
    stale = UnitRequest.objects.get(pk=request.pk)
    move_request(request=request, to=State.DECLINED, by=head, reason="No es de la municipalidad.", at=NOW)
    with pytest.raises(MoveRefused, match="Actualice la página"):
        move_request(request=stale, to=State.ACCEPTED, by=head, at=NOW)
    move_request(request=request, to=State.RECEIVED, by=head, at=NOW)
    assert request.concluded_at is None


def test_a_stranger_to_the_unit_moves_nothing(people):
    request = asked_in(State.REVIEW, by=people[2])
    with pytest.raises(MoveRefused, match="otra persona"):
        move_request(request=request, to=State.APPROVED, by=unit_person(), at=NOW)


def test_only_who_works_on_requests_is_put_in_charge(people):
    head, _writer, unit = people
    with pytest.raises(NotAssignable):
        assign_request(request=asked(by=unit), to=unit, by=head, at=NOW)


def test_the_unit_corrects_what_it_asked_only_until_the_office_takes_it(people):
    head, _writer, unit = people
    request = asked(by=unit)
    changed = Brief(**BRIEF | {"title": "Vacunación de mascotas"})
    rewrite_request(request=request, brief=changed, formats=[RequestFormat.SPOT], by=unit, at=NOW)
    request.refresh_from_db()
    assert request.title == "Vacunación de mascotas"
    assert [each.kind for each in request.formats.all()] == [RequestFormat.SPOT]
    move_request(request=request, to=State.ACCEPTED, by=head, at=NOW)
    with pytest.raises(NotRewritable):
        rewrite_request(request=request, brief=changed, formats=[], by=unit, at=NOW)


def test_a_file_of_the_office_is_enough_to_review(people):
    _head, writer, unit = people
    request = asked_in(State.PRODUCTION, by=unit)
    with pytest.raises(MoveRefused, match="no hay qué revisar"):
        move_request(request=request, to=State.REVIEW, by=writer, at=NOW)
    say(request=request, text="El spot.", files=[SimpleUploadedFile("spot.mp3", b"ID3")], by=writer, at=NOW)
    move_request(request=request, to=State.REVIEW, by=writer, at=NOW)
    assert [file.side for file in request.files.all()] == [RequestSide.OFFICE]


def test_the_database_refuses_what_cannot_be(people):
    request = asked(by=people[2])
    impossible = [
        lambda: UnitRequest.objects.filter(pk=request.pk).update(state="lost"),
        lambda: UnitRequest.objects.filter(pk=request.pk).update(state=State.DECLINED),
        lambda: UnitRequest.objects.filter(pk=request.pk).update(concluded_at=NOW),
        lambda: UnitRequestMove.objects.create(
            request=request, from_state=State.RECEIVED, to_state=State.RETURNED, side=RequestSide.OFFICE, moved_at=NOW
        ),
        lambda: UnitRequestMove.objects.create(
            request=request, from_state=State.REVIEW, to_state=State.REVIEW, side=RequestSide.OFFICE, moved_at=NOW
        ),
        lambda: request.formats.create(kind="hologram"),
    ]
    for write in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def test_the_contact_and_the_signed_names_are_erased_two_years_after_it_concluded(people):
    head, _writer, unit = people
    old, open_one = asked_in(State.REVIEW, by=unit), asked(by=unit)
    say(request=old, text="Conforme.", signed="Enlace de ejemplo", at=NOW)
    move_request(request=old, to=State.APPROVED, signed="Enlace de ejemplo", at=NOW)
    link_product(request=old, page=draft_piece(MaterialPage), by=head, at=NOW)
    UnitRequest.objects.filter(pk=old.pk).update(state=State.PUBLISHED, concluded_at=NOW)
    assert erase_old_contacts(at=NOW + timedelta(days=729)) == 0
    assert erase_old_contacts(at=NOW + timedelta(days=731)) == 1
    old.refresh_from_db()
    open_one.refresh_from_db()
    assert (old.contact_name, old.contact_email, open_one.contact_name) == ("", "", "Enlace de ejemplo")
    assert not old.moves.exclude(signed="").exists()
    assert not old.messages.exclude(signed="").exists()
