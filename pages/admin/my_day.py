"""*Mi día*: what the person who just signed in should look at. Every list is short and costs the same queries."""

from datetime import datetime, timedelta

from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel
from wagtail.models import Revision, TaskState, WorkflowState

from institution.models import RestrictionPeriod, User
from pages.admin.agenda_day import agenda_ahead
from pages.admin.day_panels import DayPanel, DayRow, NothingPending, RestrictionWarning
from pages.admin.piece_states import PieceState, state_tag, with_state
from pages.admin.reviews_day import to_read_again
from pages.admin.unit_requests.day import requests_waiting
from pages.models import NewsPage

LONGEST = 8
STALE_AFTER = timedelta(days=7)


@hooks.register("construct_homepage_panels")
def compose_day(request: HttpRequest, panels: list[Component]) -> None:
    """Our short lists in place of Wagtail's, which grow without limit when a folder of notes is imported."""
    user, now = request.user, timezone.now()
    edits = [panel for panel in panels if isinstance(panel, RecentEditsPanel)]
    agenda = agenda_ahead(at=now)
    panels[:] = day_of(user, at=now) + ([agenda] if agenda.rows else [])
    panels += edits if user_has_any_page_permission(user) else []


def day_of(user: User, *, at: datetime) -> list[Component]:
    """What waits for the person, the most pressing first."""
    lists = [requests_waiting(user, at=at)]
    if not user_has_any_page_permission(user):
        return [panel for panel in lists if panel.rows] or [NothingPending()]
    lists += [waiting_for(user), sent_by(user), stale_drafts(user, at=at), to_read_again(user, at=at), coming(at=at)]
    pending: list[Component] = [panel for panel in lists if panel.rows] or [NothingPending()]
    periods = list(RestrictionPeriod.objects.active(on=timezone.localdate(at)))
    return [RestrictionWarning(periods), *pending] if periods else pending


def waiting_for(user: User) -> DayPanel:
    """What the person may approve or send back, the oldest first."""
    tasks = TaskState.objects.reviewable_by(user).order_by("started_at")
    shown = tasks.select_related("revision__user").prefetch_related("revision__content_object")[:LONGEST]
    rows = [
        DayRow.of(task.revision.content_object, detail=_("desde el %(date)s") % {"date": _day(task.started_at)})
        for task in shown
        if task.revision.content_object
    ]
    address = reverse("wagtailadmin_reports:workflow_tasks")
    return DayPanel(_("Esperan su revisión"), rows, order=110, total=tasks.count(), more=address)


def sent_by(user: User) -> DayPanel:
    """What the person sent to review and has not come out of it."""
    states = WorkflowState.objects.active().filter(requested_by=user).order_by("-created_at")
    words = {WorkflowState.STATUS_IN_PROGRESS: _("en revisión"), WorkflowState.STATUS_NEEDS_CHANGES: _("devuelta")}
    shown = states.prefetch_related("content_object")[:LONGEST]
    rows = [DayRow.of(each.content_object, detail=words[each.status]) for each in shown if each.content_object]
    return DayPanel(_("Enviado por usted a revisión"), rows, order=120, total=states.count(), more=_listing("review"))


def stale_drafts(user: User, *, at: datetime) -> DayPanel:
    """The person's drafts that nobody has touched for a week."""
    notes = _with_state(at).filter(owner=user, state=PieceState.DRAFT, latest_revision_created_at__lt=at - STALE_AFTER)
    rows = [
        DayRow.of(note, detail=_("sin cambios desde el %(date)s") % {"date": _day(note.latest_revision_created_at)})
        for note in notes.order_by("latest_revision_created_at")[:LONGEST]
    ]
    return DayPanel(_("Borradores olvidados"), rows, order=130, total=notes.count(), more=_listing("draft"))


def coming(*, at: datetime) -> DayPanel:
    """What is scheduled or under embargo, the next first."""
    notes = _with_state(at).filter(state__in=[PieceState.SCHEDULED, PieceState.EMBARGOED])
    revisions = Revision.page_revisions.filter(object_id=Cast(OuterRef("pk"), CharField()))
    approved = revisions.filter(approved_go_live_at__isnull=False).values("approved_go_live_at")
    notes = notes.annotate(goes_live_at=Subquery(approved[:1]))
    notes = notes.order_by(F("embargo_until").asc(nulls_last=True), F("goes_live_at").asc(nulls_last=True))
    rows = [
        DayRow.of(note, detail=_day(note.embargo_until or note.goes_live_at, hour=True), state=state_tag(note))
        for note in notes[:LONGEST]
    ]
    more = _listing("scheduled", "embargoed")
    return DayPanel(_("Programado y bajo embargo"), rows, order=140, total=notes.count(), more=more)


def _with_state(at: datetime):
    return with_state(NewsPage.objects.defer_streamfields(), at=at)


def _listing(*states: str) -> str:
    return f"{reverse('noticias:index')}?{'&'.join(f'state={state}' for state in states)}"


def _day(instant: datetime, *, hour: bool = False) -> str:
    return date_format(timezone.localtime(instant), "j \\d\\e F, H:i" if hour else "j \\d\\e F")
