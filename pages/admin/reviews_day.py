"""What the person must read again, for *Mi día*."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from institution.admin.columns import written_day
from institution.models import User
from pages.admin.day_panels import DayPanel, DayRow
from pages.models import Review

LONGEST = 8


def to_read_again(user: User, *, at: datetime) -> DayPanel:
    """The reviews whose day came and that are the person's, or their unit's and nobody else's; the oldest first."""
    theirs = Q(responsible=user)
    if user.unit_id:
        theirs |= Q(responsible=None, unit=user.unit_id)
    due = Review.objects.due(on=localdate(at)).filter(theirs).select_related("page")
    rows = [
        DayRow(
            review.page.title,
            reverse("revisiones:done", args=[review.pk]),
            _("desde el %(day)s") % {"day": written_day(review.review_on)},
        )
        for review in due[:LONGEST]
    ]
    more = f"{reverse('revisiones:index')}?due=true"
    return DayPanel(_("Por revisar"), rows, order=135, total=due.count(), more=more)
