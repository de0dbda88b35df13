"""Reminding the head of the office, once, that publicity must be reported to the jury."""

from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from institution.actions.mail import send_once
from institution.enums import Role
from institution.models import User
from institution.public_address import public_address
from institution.rules.lima import LIMA
from pages.models import PublicityDecision
from pages.models.publicity_decisions import REMIND_BEFORE


def remind_reports(at: datetime) -> int:
    """Queue a reminder for each report whose due date is three days away or nearer; how many were queued now."""
    day = at.astimezone(LIMA).date()
    due = list(PublicityDecision.objects.due_by(day + REMIND_BEFORE).select_related("period"))
    heads = list(User.objects.filter(groups__name=Role.HEAD, is_active=True).exclude(email="")) if due else []
    return sum(_remind(decision, head, at) for decision in due for head in heads)


def _remind(decision: PublicityDecision, head: User, at: datetime) -> bool:
    day = date_format(decision.report_due_on or at, "DATE_FORMAT")
    address = public_address(reverse("publicidad:report", args=[decision.pk]))
    return send_once(
        key=f"publicity-report-{decision.pk}-{head.pk}",
        to=head.email,
        subject=_("Publicidad por reportar al jurado hasta el %(day)s") % {"day": day},
        body=_(
            "«%(title)s» (%(period)s) debe reportarse al jurado electoral hasta el %(day)s.\n\nAnótelo aquí: %(url)s"
        )
        % {"title": decision.title, "period": decision.period.name, "day": day, "url": address},
        at=at,
    )
