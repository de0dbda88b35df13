"""Giving guidance its place in the register of reviews."""

from datetime import datetime

from institution.rules.lima import LIMA
from pages.models import GuidancePage, Review
from pages.rules.months import months_later

READ_AGAIN_AFTER_MONTHS = 12


def plan_first_review(*, page: GuidancePage, at: datetime) -> Review:
    """The plan of review of guidance; without one, it counts as reviewed on the day on which it is published."""
    today = at.astimezone(LIMA).date()
    dates = {"reviewed_on": today, "review_on": months_later(today, READ_AGAIN_AFTER_MONTHS), "unit": page.unit}
    return Review.objects.get_or_create(page_id=page.pk, defaults=dates)[0]
