"""The requests that wait for somebody, on *Mi día*."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from institution.models import User
from pages.admin.day_panels import DayPanel, DayRow
from pages.admin.unit_requests.listing import detail_address
from pages.admin.unit_requests.verbs import due_tag, state_tag
from pages.models import UnitRequest

LONGEST = 8


def requests_waiting(user: User, *, at: datetime) -> DayPanel:
    """What the person should decide, do or answer, the overdue first."""
    waiting = UnitRequest.objects.waiting_for(user)
    today = timezone.localdate(at)
    rows = [
        DayRow(
            f"{asked.number.text} · {asked.title}",
            detail_address(asked),
            _("para el %(day)s") % {"day": date_format(asked.needed_by, "j \\d\\e F")},
            format_html("{} {}", due_tag(asked, on=today), state_tag(asked)),
        )
        for asked in waiting.for_lists()[:LONGEST]
    ]
    return DayPanel(
        _("Solicitudes que esperan por usted"),
        rows,
        order=105,
        total=waiting.count(),
        more=reverse("solicitudes:index"),
    )
