"""The pieces that *Mi día* is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from institution.models import RestrictionPeriod


@dataclass(frozen=True)
class DayRow:
    """A page to open, and why today."""

    title: str
    address: str
    detail: str
    state: SafeString | str = ""

    @classmethod
    def of(cls, page: Page, *, detail: str, state: SafeString | str = "") -> "DayRow":
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return cls(page.get_admin_display_title(), address, detail, state)


class DayPanel(Component):
    """A short list with its heading; `total` says how many there are, `more` where the rest is."""

    template_name = "backend/day_panel.html"

    def __init__(self, heading: str, rows: Sequence[DayRow], *, order: int, total: int, more: str):
        self.heading, self.rows, self.order, self.total, self.more = heading, rows, order, total, more

    def get_context_data(self, parent_context) -> dict:
        return {"panel": self}


class RestrictionWarning(Component):
    """Says that publicity is restricted today, and what that asks of the editors."""

    template_name = "backend/restriction_warning.html"
    order = 100

    def __init__(self, periods: Sequence[RestrictionPeriod]):
        self.periods = periods

    def get_context_data(self, parent_context) -> dict:
        return {"periods": self.periods}


class NothingPending(Component):
    """Says so, in place of an empty page."""

    template_name = "backend/nothing_pending.html"
    order = 150
