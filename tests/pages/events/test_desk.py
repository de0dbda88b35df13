"""An event at the editor's desk: its form, what is told beside each field, its menu, its listing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from institution.enums import Role
from institution.models import User
from pages.enums import EventState
from pages.models import EventPage
from tests.factories.events import draft_event, open_event, published_event, registered
from tests.pages.desk import send, sign_in, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(tree):
    return sign_in(Role.HEAD)


def dates(*rows: dict) -> dict:
    """The form's dates."""
    blank = {"starts_at": "2026-12-05 09:00", "ends_at": "2026-12-05 12:00", "note": ""}
    return nested_form_data({"dates": inline_formset([blank | row for row in rows])})


def again(event: EventPage) -> EventPage:
    return EventPage.objects.get(pk=event.pk)


def test_a_new_event_is_published_from_its_form_with_its_dates(head):
    event = draft_event(starts=[])
    fields = {"repeats": "WEEKLY", "repeat_weekdays": ["SA"], "repeat_count": "3"}
    response = send(head, event, "action-publish", **dates({}), **fields)
    assert response.status_code == 302, response.context["form"].errors
    assert again(event).live
    assert event.occurrences.count() == 3
    assert again(event).repeat_weekdays == "SA"


@pytest.mark.parametrize(
    ("rows", "fields", "said"),
    [
        ([], {}, "por lo menos una fecha"),
        ([{"ends_at": "2026-12-05 08:00"}], {}, "Termina antes de empezar"),
        ([{"starts_at": "mañana"}], {}, "fecha"),
        ([{}], {"repeats": "DAILY"}, "hasta qué día se repite"),
        ([{}], {"repeats": "DAILY", "repeat_count": "1000000"}, "400"),
        ([{}], {"repeats": "DAILY", "repeat_until": "9999-12-31"}, "más de 400"),
        ([{}], {"repeats": "DAILY", "repeat_until": "2026-12-31", "repeat_count": "2"}, "una de las dos cosas"),
        ([{}], {"repeats": "WEEKLY", "repeat_weekdays": ["MO"], "repeat_count": "2"}, "no cae en los días"),
        ([{}], {"place_name": ""}, "Diga dónde es"),
        ([{}], {"latitude": "abc"}, "número"),
        ([{}], {"latitude": "123456", "longitude": "1"}, "dígitos"),
    ],
)
def test_what_is_wrong_is_told_in_the_form_and_what_was_typed_stays(head, rows, fields, said):
    event = draft_event(starts=[])
    response = send(head, event, "action-publish", **dates(*rows), **({"summary": "Lo que escribí"} | fields))
    assert response.status_code == 200
    page = response.content.decode()
    assert said in page
    assert "Lo que escribí" in page
    assert not again(event).live


def test_coordinates_outside_peru_are_warned_of_and_kept(head):
    event = draft_event()
    response = send(head, event, latitude="9.78", longitude="77.61")
    assert response.status_code == 302
    assert "fuera del Perú" in told(response)
    assert "-9.78" in told(response)


def test_an_event_is_postponed_from_its_menu_and_its_people_are_counted(head):
    event = open_event(starts=[timezone.now() + timedelta(days=5)])
    registered(event, at=timezone.now())
    address = reverse("postpone_event", args=[event.pk])
    assert address in head.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    assert "1 persona inscrita" in head.get(address).content.decode()
    to = timezone.localtime(timezone.now() + timedelta(days=12)).strftime("%Y-%m-%d %H:%M")
    response = head.post(address, {"to": to, "reason": "Lluvia"}, follow=True)
    assert "postergado" in response.content.decode()
    assert again(event).standing.state == EventState.POSTPONED


@pytest.mark.parametrize(
    "typed", [{"to": "2020-01-01 10:00", "reason": "x"}, {"to": "zz", "reason": "x"}, {"to": "", "reason": " "}]
)
def test_a_wrong_postponement_says_why_and_changes_nothing(head, typed):
    event = published_event(starts=[timezone.now() + timedelta(days=5)])
    response = head.post(reverse("postpone_event", args=[event.pk]), typed)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert again(event).standing.sequence == 0


def test_who_may_not_publish_sees_neither_the_buttons_nor_the_screens(tree):
    writer = sign_in(Role.WRITING)
    owner = User.objects.get(pk=writer.session["_auth_user_id"])
    event = published_event(owner=owner, starts=[timezone.now() + timedelta(days=5)])
    assert (
        reverse("postpone_event", args=[event.pk])
        not in writer.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    )
    writer.post(reverse("cancel_event", args=[event.pk]), {"reason": "x"})
    assert again(event).standing.state == EventState.CONFIRMED


def test_the_listing_tells_the_next_date_and_asks_as_much_for_many_as_for_few(head, django_assert_max_num_queries):
    for _ in range(25):
        published_event()
    address = reverse("eventos:index")
    head.get(address)
    with django_assert_max_num_queries(45):
        page = head.get(address).content.decode()
    assert "05/12/2026 09:00" in page
    assert head.get(address, {"standing": "cancelled", "kind": "fair"}).status_code == 200


def test_a_copy_is_a_draft_without_people_times_or_state(head):
    event = open_event()
    registered(event)
    copy = event.copy(update_attrs={"slug": "copia", "title": "Copia"}, keep_live=False)
    assert (copy.live, copy.registrations.count(), copy.occurrences.count()) == (False, 0, 0)
    assert copy.dates.count() == 1


def test_the_desk_lists_first_what_is_nearest_and_then_what_has_no_date_to_come(head):
    day, now = timedelta(days=1), timezone.now()
    for title, starts in [("Después", now + 9 * day), ("Pasado", now - 30 * day), ("Pronto", now + day)]:
        published_event(title=title, starts=[starts])
    listed = [event.title for event in head.get(reverse("eventos:index")).context["object_list"]]
    assert listed == ["Pronto", "Después", "Pasado"]


def test_the_day_of_every_role_tells_the_agenda_of_the_next_seven_days(tree):
    day, now = timedelta(days=1), timezone.now()
    for title, starts in [("Feria", now + 2 * day), ("Lejana", now + 9 * day), ("Pasada", now - 2 * day)]:
        published_event(title=title, starts=[starts])
    for role in (Role.PRESS, Role.UNIT, Role.HEAD):
        panels = sign_in(role).get(reverse("wagtailadmin_home")).context["panels"]
        told = [row.title for panel in panels if "agenda" in getattr(panel, "heading", "") for row in panel.rows]
        assert told == ["Feria"]
