"""Reading again what was published: noting that it was done, and reminding whoever has to."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from headless.actions.changes import item_changed
from institution.actions.mail import send_once
from institution.models import User
from institution.public_address import public_address
from institution.rules.lima import LIMA
from pages.models import Review
from pages.rules.months import months_later


@transaction.atomic
def mark_reviewed(*, review: Review, by: User, at: datetime) -> Review:
    """Note that the page was read today and still is true; the next reading comes after its months."""
    today = at.astimezone(LIMA).date()
    review.reviewed_on, review.review_on = today, months_later(today, review.every_months)
    review.save(update_fields=["reviewed_on", "review_on"])
    log(instance=review.page.specific, action="pages.reviewed", user=by)
    item_changed(item=review.page.specific, at=at)
    return review


@transaction.atomic
def plan_review(*, review: Review, at: datetime) -> Review:
    """Keep when the page is read again, and tell of it where the day is public."""
    review.save()
    item_changed(item=review.page.specific, at=at)
    return review


def remind_reviews(at: datetime) -> int:
    """Queue a reminder of each review whose day came, once for each date; how many were queued now."""
    due = Review.objects.due(on=at.astimezone(LIMA).date()).select_related("page", "responsible", "unit")
    return sum(_remind(review, at) for review in due if review.recipient)


def _remind(review: Review, at: datetime) -> bool:
    address = public_address(reverse("revisiones:done", args=[review.pk]))
    body = _("Toca revisar si «%(title)s» sigue siendo cierto.\n\nLéala, corríjala y anótelo aquí: %(url)s")
    return send_once(
        key=f"review-{review.pk}-{review.review_on}",
        to=review.recipient,
        subject=_("Por revisar: %(title)s") % {"title": review.page.title},
        body=body % {"title": review.page.title, "url": address},
        at=at,
    )
