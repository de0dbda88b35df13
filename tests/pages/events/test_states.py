"""Publishing an event, and postponing, cancelling or confirming it: what is refused, written and told, once each."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry

from institution.actions.mail_delivery import deliver_due
from institution.enums import Role
from institution.models import OutgoingMail
from pages.actions.event_states import NotChangeable, cancel_event, confirm_event, postpone_event
from pages.actions.publication import PublicationRefused
from pages.enums import EventModality, EventState, Frequency
from pages.models import EventDate, EventPage, EventProducer, EventStatus, Occurrence
from tests.factories.events import FAIR_OPENS, NOON, draft_event, open_event, published_event, registered
from tests.factories.people import user_with

pytestmark = pytest.mark.django_db
NEXT_WEEK = FAIR_OPENS + timedelta(days=7)
WEEKLY = {"repeats": Frequency.WEEKLY, "repeat_count": 4}


@pytest.fixture
def head(db):
    return user_with(Role.HEAD)


def starts(event: EventPage) -> list[datetime]:
    return list(event.occurrences.values_list("starts_at", flat=True))


def again(event: EventPage) -> EventPage:
    return EventPage.objects.get(pk=event.pk)


# Publishing


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"starts": []}, "dates"),
        ({"place_name": ""}, "place_name"),
        ({"modality": EventModality.VIRTUAL, "place_name": ""}, "virtual_url"),
        ({"repeats": Frequency.WEEKLY}, "repeat_until"),
        ({"repeats": Frequency.DAILY, "repeat_until": date(2026, 12, 1)}, "repeat_until"),
        ({"repeats": Frequency.DAILY, "repeat_until": date(2099, 12, 1)}, "repeat_until"),
        ({"repeats": Frequency.WEEKLY, "repeat_weekdays": "MO", "repeat_count": 3}, "repeats"),
        ({"repeats": Frequency.MONTHLY, "repeat_nth": 1, "repeat_count": 3}, "repeat_weekdays"),
        ({"exceptions": [{"day": date(2026, 12, 12)}]}, "repeats"),
        (WEEKLY | {"exceptions": [{"day": date(2026, 12, 13)}]}, "repeats"),
        ({"registration_open": True, "registration_consent": " "}, "registration_consent"),
    ],
)
def test_what_is_missing_or_contradicts_itself_is_told_by_field_and_not_published(fields, field):
    event = draft_event(**fields)
    with pytest.raises(PublicationRefused) as refusal:
        event.save_revision().publish()
    assert list(refusal.value.message_dict) == [field]
    assert not again(event).live


@pytest.mark.parametrize(
    "fields",
    [
        {"repeats": "HOURLY"},
        {"repeats": Frequency.DAILY, "repeat_until": date(2027, 1, 1), "repeat_count": 3},
        {"repeats": Frequency.DAILY, "repeat_count": 401},
        {"repeat_every": 0},
        {"repeat_month_day": 32},
        {"capacity": 0},
        {"kind": "party"},
        {"registration_opens_at": NOON, "registration_closes_at": NOON},
        {"registrations_kept_days": 400},
    ],
)
def test_the_database_refuses_an_impossible_event(fields):
    event = draft_event()
    with pytest.raises(IntegrityError), transaction.atomic():
        EventPage.objects.filter(pk=event.pk).update(**fields)


def test_the_database_refuses_a_date_that_ends_before_it_starts_and_a_contact_without_consent():
    event = draft_event()
    for row in (
        EventDate(page=event, starts_at=NOON, ends_at=NOON),
        EventProducer(page=event, name="Asociación", product="Queso", contact="999"),
        Occurrence(event=event, original_start=NOON, starts_at=NOON, ends_at=NOON),
        EventStatus(event=event, state=EventState.CANCELLED, changed_at=NOON),
        EventStatus(event=event, state=EventState.POSTPONED, reason="Lluvia", changed_at=NOON),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_publication_writes_out_every_time_with_what_is_skipped_and_moved():
    moved = {"day": date(2026, 12, 19), "starts_at": FAIR_OPENS + timedelta(days=15)}
    moved["ends_at"] = moved["starts_at"] + timedelta(hours=1)
    event = published_event(**WEEKLY, exceptions=[{"day": date(2026, 12, 12)}, moved])
    assert starts(event) == [FAIR_OPENS, moved["starts_at"], FAIR_OPENS + timedelta(days=21)]
    assert event.standing.sequence == 0


def test_new_dates_make_the_sequence_grow_and_other_changes_do_not():
    event = published_event()
    event.summary = "Otra bajada"
    event.save_revision().publish()
    assert again(event).standing.sequence == 0
    event = again(event)
    event.dates.set([EventDate(starts_at=NEXT_WEEK, ends_at=NEXT_WEEK + timedelta(hours=1))])
    event.save_revision().publish()
    assert starts(event) == [NEXT_WEEK]
    assert again(event).standing.sequence == 1


# Changing


def test_a_postponed_event_moves_keeps_its_old_date_and_tells_each_registered_person_once(head, mailoutbox):
    event = open_event()
    people = [registered(event), registered(event)]
    deliver_due(NOON)
    mailoutbox.clear()
    postpone_event(event=event, to=NEXT_WEEK, reason="Lluvias fuertes", by=head, at=NOON)
    deliver_due(NOON)
    deliver_due(NOON + timedelta(hours=1))
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(person.email for person in people)
    assert {mail.subject for mail in mailoutbox} == {f"Postergado: {event.title}"}
    assert all("12 de diciembre" in mail.body and "Lluvias fuertes" in mail.body for mail in mailoutbox)
    assert "5 de diciembre" in mailoutbox[0].body
    (occurrence,) = event.occurrences.all()
    assert (occurrence.original_start, occurrence.starts_at) == (FAIR_OPENS, NEXT_WEEK)
    assert again(event).standing.sequence == 1
    entry = PageLogEntry.objects.get(action="pages.event.postponed")
    assert (entry.user, entry.data["reason"]) == (head, "Lluvias fuertes")


def test_who_waits_is_told_and_who_cancelled_is_not(head):
    from pages.actions.registrations import cancel_registration

    event = open_event(capacity=1)
    first, waiting, gone = registered(event), registered(event), registered(event)
    cancel_registration(registration=gone, at=NOON)
    cancel_event(event=event, reason="Duelo", by=head, at=NOON)
    told = OutgoingMail.objects.filter(key__startswith=f"event:{event.pk}:1:")
    assert sorted(mail.key for mail in told) == sorted(f"event:{event.pk}:1:{each.pk}" for each in (first, waiting))


def test_a_draft_in_progress_does_not_take_the_state_back(head):
    event = published_event()
    event.title = "Con cambios que esperan"
    draft = event.save_revision()
    postpone_event(event=again(event), to=NEXT_WEEK, reason="Lluvia", by=head, at=NOON)
    draft.publish()
    assert again(event).title == "Con cambios que esperan"
    assert (again(event).standing.state, starts(event)) == (EventState.POSTPONED, [NEXT_WEEK])


def test_dates_rewritten_after_a_postponement_are_not_put_off_twice(head):
    event = published_event()
    postpone_event(event=event, to=NEXT_WEEK, reason="Lluvia", by=head, at=NOON)
    event = again(event)
    event.dates.set([EventDate(starts_at=NEXT_WEEK, ends_at=NEXT_WEEK + timedelta(hours=3))])
    event.save_revision().publish()
    assert starts(event) == [NEXT_WEEK]


def test_postponed_again_it_goes_from_its_first_date_to_the_newest(head):
    event = published_event()
    for days in (7, 14):
        postpone_event(event=again(event), to=FAIR_OPENS + timedelta(days=days), reason="Lluvia", by=head, at=NOON)
    status = again(event).standing
    assert (status.postponed_from, status.sequence) == (FAIR_OPENS, 2)
    assert starts(event) == [FAIR_OPENS + timedelta(days=14)]


def test_postponed_without_a_date_and_then_given_one_even_after_the_old_day_passed(head):
    event = published_event()
    postpone_event(event=event, to=None, reason="Lluvia", by=head, at=NOON)
    assert starts(event) == [FAIR_OPENS]
    later = FAIR_OPENS + timedelta(days=30)
    postpone_event(event=again(event), to=later, reason="Ya hay fecha", by=head, at=FAIR_OPENS + timedelta(days=2))
    assert starts(event) == [later]


def test_confirmed_again_it_returns_to_its_own_dates(head):
    event = published_event()
    postpone_event(event=event, to=NEXT_WEEK, reason="Lluvia", by=head, at=NOON)
    status = confirm_event(event=again(event), by=head, at=NOON)
    assert (status.state, status.reason, status.sequence, starts(event)) == (EventState.CONFIRMED, "", 2, [FAIR_OPENS])


@pytest.mark.parametrize(
    ("to", "at"), [(NOON - timedelta(days=1), NOON), (FAIR_OPENS, NOON), (NEXT_WEEK, FAIR_OPENS + timedelta(days=3))]
)
def test_no_event_is_postponed_to_the_past_to_its_own_date_or_once_it_is_over(head, to, at):
    event = published_event()
    with pytest.raises(NotChangeable):
        postpone_event(event=event, to=to, reason="Lluvia", by=head, at=at)
    assert again(event).standing.state == EventState.CONFIRMED


def test_what_is_not_published_already_cancelled_or_confirmed_does_not_change(head):
    event = published_event()
    with pytest.raises(NotChangeable):
        confirm_event(event=event, by=head, at=NOON)
    cancel_event(event=event, reason="Duelo", by=head, at=NOON)
    with pytest.raises(NotChangeable):
        cancel_event(event=again(event), reason="Duelo", by=head, at=NOON)
    with pytest.raises(NotChangeable):
        cancel_event(event=draft_event(), reason="Duelo", by=head, at=NOON)
    assert again(event).standing.sequence == 1


def test_an_unpublished_event_shows_none_of_its_times():
    event = published_event()
    assert Occurrence.objects.public(at=timezone.now()).count() == 1
    event.unpublish()
    assert not Occurrence.objects.public(at=timezone.now()).exists()
