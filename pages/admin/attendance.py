"""The list at the door of one date of an event: who is expected, marked with a thumb on a phone, printed, searched."""

from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.alphabet import Alphabetical
from institution.models import User
from institution.rules.folding import folded
from pages.actions.registrations import NotExpected, mark_attendance
from pages.enums import Attendance
from pages.models import EventPage, EventRegistration, Occurrence

VIEW, MARK = "pages.view_eventregistration", "pages.change_eventregistration"
PER_PAGE = 50
MOST_PRINTED = 2_000


class AttendanceView(WagtailAdminTemplateMixin, TemplateView):
    """The confirmed people of the date `fecha`, else of the next, by name; with `imprimir`, on one page to print."""

    template_name = "backend/attendance.html"
    page_title = _("Lista de asistencia")
    header_icon = "group"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        self.event = get_object_or_404(EventPage, pk=pk)
        return super().dispatch(request, pk)

    def get_page_subtitle(self) -> str:
        return self.event.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("inscripciones:index"), "label": _("Inscripciones")},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs) -> dict:
        typed, printed = self.request.GET.get("q", "")[:100].replace("\x00", ""), "imprimir" in self.request.GET
        dates = list(self.event.occurrences.all())
        date = chosen(dates, self.request.GET.get("fecha", ""), at=timezone.now())
        registered = self.event.registrations.filter(original_start=date.original_start if date else None)
        people = found(registered.confirmed().order_by(Alphabetical("name"), "pk"), typed)
        page = Paginator(people, MOST_PRINTED if printed else PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            event=self.event,
            dates=dates,
            date=date,
            people=page,
            typed=typed,
            printed=printed,
            attended=registered.filter(attendance=Attendance.ATTENDED).count(),
            expected=registered.confirmed().count(),
            waiting=registered.waiting().count(),
            may_mark=self.request.user.has_perm(MARK),
            **kwargs,
        )


def chosen(dates: list[Occurrence], typed: str, *, at: datetime) -> Occurrence | None:
    """The date that was asked for; else the next, or the last of an event that is over; None when it has none."""
    asked = [each for each in dates if each.original_start.isoformat() == typed]
    coming = [each for each in dates if each.ends_at > at]
    return next(iter(asked or coming or dates[-1:]), None)


def found(people: QuerySet, typed: str) -> list[EventRegistration]:
    """The people whose name, mail or telephone has what was typed, whatever its accents."""
    wanted = folded(typed.strip())
    return [each for each in people if wanted in folded(f"{each.name} {each.email} {each.phone}")]


@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the person came or didn't, or take the note back, and return to where one was."""
    if not request.user.has_perm(MARK):
        raise PermissionDenied
    registration = get_object_or_404(EventRegistration.objects.select_related("event"), pk=pk)
    attendance = request.POST.get("attendance", "")
    try:
        mark_attendance(registration=registration, attendance=attendance, by=request.user, at=timezone.now())
    except (NotExpected, ValueError):
        messages.error(request, _("No se anotó: esa persona ya no figura como inscrita. Vuelva a cargar la lista."))
    return redirect(f"{reverse('attendance', args=[registration.event_id])}?{_kept(request.POST)}#persona-{pk}")


def _kept(posted: QueryDict) -> str:
    query = QueryDict(mutable=True)
    query.update({name: posted[name] for name in ("fecha", "q", "p") if posted.get(name)})
    return query.urlencode()


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """The list of an event, and what is noted in it."""
    return [
        path("eventos/<int:pk>/asistencia/", AttendanceView.as_view(), name="attendance"),
        path("asistencia/<int:pk>/", mark, name="mark_attendance"),
    ]


@hooks.register("register_page_header_buttons")
def attendance_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The way to the list from the event's menu."""
    if isinstance(page, EventPage) and page.registration_open and user.has_perm(VIEW):
        address = reverse("attendance", args=[page.pk])
        yield Button(_("Inscritos y asistencia"), url=address, icon_name="group", priority=44)
