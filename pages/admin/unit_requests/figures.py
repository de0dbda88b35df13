"""How soon each unit is answered, in *Reportes*."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from institution.admin.spreadsheets import HarmlessExport
from institution.rules.lima import LIMA
from pages.enums import RequestState
from pages.models import UnitRequest
from pages.models.unit_requests import WORK
from pages.rules.response_times import Course, Times, times_of

KNOWN_YEARS = [MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 12, 31))]


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


@dataclass(frozen=True)
class UnitTimes:
    unit: str
    times: Times


class PeriodForm(forms.Form):
    """The days in which the requests were received, both included; this year's unless told."""

    since = forms.DateField(label=_("Recibidas desde"), widget=DayInput, validators=KNOWN_YEARS)
    until = forms.DateField(label=_("Hasta"), widget=DayInput, validators=KNOWN_YEARS)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("since") and data.get("until") and data["since"] > data["until"]:
            self.add_error("until", _("Debe ser posterior a la fecha de inicio."))
        return data


def unit_times(*, since: date, until: date, on: date) -> list[UnitTimes]:
    """The figures of each unit that asked for something in the period, then of all together; one query."""
    first = datetime.combine(since, time.min, LIMA)
    last = datetime.combine(until, time.max, LIMA)
    rows = UnitRequest.objects.filter(created_at__range=(first, last)).order_by().with_course()
    courses: dict[str, list[Course]] = defaultdict(list)
    for unit, received, needed, responded, published, state in rows.values_list(
        "unit__name", "created_at", "needed_by", "responded_at", "published_at", "state"
    ):
        courses[unit].append(Course(received, needed, responded, published, state == RequestState.DECLINED))
    figures = [UnitTimes(unit, times_of(courses[unit], on=on)) for unit in sorted(courses)]
    every = [course for unit in courses.values() for course in unit]
    return [*figures, UnitTimes(str(_("Todas")), times_of(every, on=on))] if figures else []


class FiguresView(HarmlessExport, SpreadsheetExportMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "backend/unit_requests/figures.html"
    page_title = _("Tiempos de respuesta")
    header_icon = "time"
    list_export = [
        "unit",
        "times.count",
        "times.published",
        "times.declined",
        "times.response_median",
        "times.response_mean",
        "times.publication_median",
        "times.publication_mean",
        "times.on_time",
    ]
    export_headings = {
        "unit": _("Unidad"),
        "times.count": _("Solicitudes"),
        "times.published": _("Publicadas"),
        "times.declined": _("Declinadas"),
        "times.response_median": _("Primera respuesta, mediana (h)"),
        "times.response_mean": _("Primera respuesta, promedio (h)"),
        "times.publication_median": _("Publicación, mediana (h)"),
        "times.publication_mean": _("Publicación, promedio (h)"),
        "times.on_time": _("A tiempo (%)"),
    }
    export_filename = "tiempos-de-respuesta"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if not request.user.has_perm(WORK):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        today = timezone.localdate()
        self.form = PeriodForm(self._asked(today))
        period = self.form.cleaned_data if self.form.is_valid() else None
        self.figures = unit_times(**period, on=today) if period else []
        if self.is_export:
            return self.as_spreadsheet(self.figures, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def _asked(self, today: date) -> dict[str, str]:
        usual = {"since": date(today.year, 1, 1).isoformat(), "until": today.isoformat()}
        return usual | {name: self.request.GET[name] for name in usual if name in self.request.GET}

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(form=self.form, figures=self.figures, **kwargs)
