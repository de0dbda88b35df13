"""Guidance is read again when it is due, and its readers, the office and integrators see when."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from headless.models import Change
from institution.enums import Role
from pages.models import GuidancePage, Review
from pages.rules.guidance import overdue
from tests.factories.guidance import published_guidance
from tests.headless.contract import as_published
from tests.pages.desk import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
API = "/api/v1/guidance"


def reviewed(page: GuidancePage, *, on: date, again: date) -> None:
    Review.objects.filter(page=page.pk).update(reviewed_on=on, review_on=again)


def test_its_first_publication_counts_as_its_first_review_and_the_next_ones_do_not():
    with time_machine.travel(NOW):
        page = published_guidance()
    with time_machine.travel(NOW + timedelta(days=40)):
        page.save_revision().publish()
    review = Review.objects.get(page=page.pk)
    assert (review.reviewed_on, review.review_on) == (date(2026, 11, 24), date(2027, 11, 24))
    assert review.unit == page.unit


@pytest.mark.parametrize(("on", "late"), [(date(2027, 5, 1), False), (date(2027, 5, 2), True)])
def test_a_review_is_overdue_from_the_day_after_the_one_it_was_due(client, on, late):
    assert overdue(review_on=date(2027, 5, 1), on=on) is late
    page = published_guidance()
    reviewed(page, on=date(2026, 11, 1), again=date(2027, 5, 1))
    with time_machine.travel(datetime(on.year, on.month, on.day, 17, tzinfo=UTC)):
        assert ("debía revisarse" in client.get(page.url).content.decode()) is late


def test_the_register_is_what_readers_the_office_and_integrators_see(client):
    page = published_guidance()
    reviewed(page, on=date(2025, 5, 3), again=date(2026, 5, 3))
    desk, listing = sign_in(Role.HEAD), reverse("orientacion:index")
    assert "3 de mayo de 2025" in client.get(page.url).content.decode()
    assert "Vencida" in desk.get(listing, {"overdue": "true", "ordering": "review_on"}).content.decode()
    told = as_published(client.get(API, {"review_on__lte": "2026-05-03", "order": "-review_on"}))["items"]
    assert [(each["reviewed_on"], each["review_on"]) for each in told] == [("2025-05-03", "2026-05-03")]


def test_a_review_in_the_register_is_told_at_once_in_the_feed_of_changes(client):
    page = published_guidance()
    reviewed(page, on=date(2025, 5, 3), again=date(2026, 5, 3))
    before, desk = Change.objects.count(), sign_in(Role.HEAD)
    desk.post(reverse("revisiones:done", args=[Review.objects.get(page=page.pk).pk]))
    desk.post(reverse("revisiones:plan", args=[page.pk]), {"review_on": "2099-01-01", "every_months": 6})
    assert as_published(client.get(f"{API}/{page.slug}"))["review_on"] == "2099-01-01"
    assert [change.key for change in Change.objects.order_by("pk")[before:]] == [page.pk, page.pk]
