"""Reading again what was published: the plan, the reminder, the report, the day's panel."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from institution.enums import Role
from institution.models import OutgoingMail, User
from pages.actions.reviews import remind_reviews
from pages.models import Review, StandardPage
from pages.rules.months import months_later
from tests.factories.institution import OrganicUnitFactory
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import sign_in

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
TODAY = NOON.date()


def planned(**fields) -> Review:
    page = fields.pop("page", None) or published_note()
    return Review.objects.create(**{"page": page, "review_on": TODAY} | fields)


def test_a_plan_is_written_for_any_piece_and_standing_page_and_nonsense_is_refused(tree):
    standing = tree.home.add_child(instance=StandardPage(title="Agua", slug="agua"))
    head = sign_in(Role.HEAD)
    for page in (standing, published_note(), draft_note()):
        address = reverse("revisiones:plan", args=[page.pk])
        assert address in head.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        for bad in ({}, {"review_on": "mañana", "every_months": 1}, {"review_on": "2027-01-01", "every_months": 0},
                    {"review_on": "2027-01-01", "every_months": 61},
                    {"review_on": "2027-01-01", "every_months": 1, "unit": "x"}):  # fmt: skip
            assert head.post(address, bad).status_code == 200, bad
        head.post(address, {"review_on": "2027-01-01", "every_months": 6})
        assert Review.objects.get(page=page.pk).review_on == date(2027, 1, 1)
    assert head.get(reverse("revisiones:plan", args=[tree.home.pk])).status_code == 404


def test_reviewed_today_moves_the_next_reading_and_is_shown(tree, client):
    standing = tree.home.add_child(instance=StandardPage(title="Agua", slug="agua"))
    review = planned(page=standing, every_months=3)
    with time_machine.travel(NOON):
        head = sign_in(Role.HEAD)
        head.post(reverse("revisiones:done", args=[review.pk]))
        history = head.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    review.refresh_from_db()
    assert (review.reviewed_on, review.review_on) == (TODAY, date(2027, 2, 24))
    assert "Revisada el" in client.get(standing.url).content.decode()
    assert "Contenido revisado" in history


def test_who_may_not_edit_the_page_neither_plans_nor_reviews_it(tree):
    review = planned()
    writer = sign_in(Role.WRITING)
    for name, key in (("plan", review.page_id), ("done", review.pk)):
        writer.post(reverse(f"revisiones:{name}", args=[key]), {"review_on": "2030-01-01", "every_months": 1})
    review.refresh_from_db()
    assert (review.reviewed_on, review.review_on) == (None, TODAY)


def test_a_reminder_leaves_once_for_each_date_to_whoever_is_responsible(tree):
    person = User.objects.create_user("lectora", email="lectora@example.test")
    unit = OrganicUnitFactory(email="unidad@example.test")
    planned(responsible=person, unit=unit)
    planned(unit=unit)
    planned()
    planned(page=draft_note(), unit=unit)
    planned(review_on=date(2026, 11, 25), unit=unit)
    assert [remind_reviews(NOON), remind_reviews(NOON)] == [2, 0]
    assert {mail.recipient for mail in OutgoingMail.objects.all()} == {person.email, unit.email}


def test_the_day_says_what_the_person_must_read_again(tree):
    head = sign_in(Role.HEAD)
    planned(page=published_note(title="Licencias"), responsible=User.objects.get())
    planned(page=published_note(title="De otra persona"))
    with time_machine.travel(NOON):
        page = head.get(reverse("wagtailadmin_home")).content.decode()
    panel = page[page.index("Por revisar") :][:1500]
    assert "Licencias" in panel
    assert "De otra persona" not in panel


def test_the_report_opens_with_the_overdue_and_costs_the_same_with_many(tree):
    head, costs = sign_in(Role.HEAD), []
    for many in (3, 17):
        for _n in range(many):
            planned(review_on=date(2099, 1, 1))
        with CaptureQueriesContext(connection) as asked:
            assert head.get(reverse("revisiones:index"), {"q": '"', "unit": "x"}).status_code == 200
        costs.append(len(asked))
    planned(page=published_note(title="La vencida"))
    with time_machine.travel(NOON):
        page = head.get(reverse("revisiones:index"))
        assert page.context["object_list"][0].page.title == "La vencida"
        assert "Por revisar" in page.content.decode()
    assert costs[0] == costs[1]


def test_the_database_refuses_a_plan_that_goes_back(tree):
    for wrong in ({"reviewed_on": TODAY}, {"every_months": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            planned(**wrong)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [(date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2026, 11, 24), 14, date(2028, 1, 24))],
)
def test_months_are_counted_as_people_do(day, months, expected):
    assert months_later(day, months) == expected
