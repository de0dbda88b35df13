"""Dates as a register needs them: the day itself, since «hace tres meses» says nothing of one to come."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


def written_day(value: date | datetime | None) -> str:
    """`24/11/2026`, or `24/11/2026 10:30` in Lima's time for an instant; blank for none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    return date_format(value, "SHORT_DATE_FORMAT")


class DayColumn(Column):
    """A day or an instant of each row, sortable."""

    def __init__(self, name: str, *, label: str, **kwargs):
        super().__init__(name, label=label, sort_key=name, **kwargs)

    def get_value(self, instance) -> str:
        return written_day(super().get_value(instance))
