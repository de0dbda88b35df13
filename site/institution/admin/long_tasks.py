"""Long tasks: how far each is and how it ended, for who started it and for those who see the register."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.enums import LongTaskState
from institution.long_tasks import start_again
from institution.models import LongTask, User

register_permission_policy(LongTask, LimitedPolicy(LongTask, allowed={"view"}))
TONES = {
    LongTaskState.WAITING: Tone.QUIET,
    LongTaskState.RUNNING: Tone.WAITING,
    LongTaskState.DONE: Tone.GOOD,
    LongTaskState.FAILED: Tone.STOPPED,
}
STALE_WORDS = {LongTaskState.WAITING: _("Sin atender"), LongTaskState.RUNNING: _("Interrumpida")}
REFRESHED_EVERY_SECONDS = 5
ROWS_A_PAGE = 50


@hooks.register("register_log_actions")
def name_start_again(actions) -> None:
    """What the history says."""
    actions.register_action(
        "institution.task.started_again", _("Iniciar la tarea de nuevo"), _("Tarea iniciada de nuevo")
    )


def state_tag(task: LongTask) -> SafeString:
    """The state's word; another one for work that seems to go on and lost its worker."""
    state = LongTaskState(task.state)
    if task.is_stale(timezone.now()):
        return tag(STALE_WORDS[state], Tone.STOPPED)
    return tag(state.label, TONES[state])


def advance(task: LongTask) -> str:
    """How many of how many, blank while nobody knows."""
    return _("%(done)s de %(total)s") % {"done": task.done, "total": task.total} if task.total else ""


def task_for(user: User, pk: int) -> LongTask:
    """The task if the person may see it; raises Http404 and PermissionDenied."""
    task = get_object_or_404(LongTask.objects.select_related("started_by"), pk=pk)
    if not task.may_be_seen_by(user):
        raise PermissionDenied
    return task


class OfEachOne:
    """Everybody may come in: each sees what is theirs to see."""

    def user_has_any_permission(self, permissions: list[str]) -> bool:
        return True


class TaskIndexView(OfEachOne, ReadOnlyIndexView):
    def get_base_queryset(self) -> QuerySet:
        tasks = LongTask.objects.seen_by(self.request.user)
        return tasks.select_related("started_by").defer("arguments", "result")


class TaskInspectView(OfEachOne, ReadOnlyInspectView):
    """One task: its state, its progress while it goes on, and its result. It reloads itself until told not to."""

    template_name = "backend/long_task.html"
    page_title = _("Tarea")

    def get_object(self, queryset: QuerySet | None = None) -> LongTask:
        return task_for(self.request.user, self.pk)

    def get_context_data(self, **kwargs) -> dict:
        now, task = timezone.now(), self.object
        going_on = task.unfinished and not task.is_stale(now)
        return super().get_context_data(
            task=task,
            state=state_tag(task),
            going_on=going_on,
            refreshed_every=REFRESHED_EVERY_SECONDS if going_on and "quieta" not in self.request.GET else None,
            may_start_again=task.may_start_again(now),
            rows=Paginator(cells(task.result), ROWS_A_PAGE).get_page(self.request.GET.get("p")),
            url=own_address(task.result.get("url")),
            **kwargs,
        )


def cells(result: dict[str, Any]) -> list[list[Any]]:
    """The result's rows as the table shows them, each cell under its column."""
    return [[row.get(column, "") for column in result["columns"]] for row in result.get("rows", [])]


def own_address(url: Any) -> str:
    """The address if it is a path of ours, blank otherwise."""
    return url if isinstance(url, str) and url_has_allowed_host_and_scheme(url, allowed_hosts=None) else ""


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a failed or abandoned task anew."""
    if start_again(task=task_for(request.user, pk), by=request.user, at=timezone.now()):
        messages.success(request, _("La tarea se inició de nuevo."))
    else:
        messages.warning(request, _("La tarea ya está en marcha o terminó: no se inició de nuevo."))
    return redirect("tareas:inspect", pk)


class LongTasks(ReadOnlyRegister):
    model = LongTask
    name = "tareas"
    icon = "cogs"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Tareas")
    empty_words = _(
        "No hay tareas. Aquí verá cómo van y cómo terminaron los trabajos largos, como importar o revisar enlaces."
    )
    menu_order = 140
    index_view_class = TaskIndexView
    inspect_view_class = TaskInspectView
    inspect_view_fields = ["started_by", "created_at", "started_at", "finished_at"]
    list_filter = ["state"]
    list_display = [
        "title",
        Column("state", label=_("Estado"), accessor=state_tag, sort_key="state"),
        Column("done", label=_("Avance"), accessor=advance),
        Column("started_by", label=_("La inició")),
        DayColumn("created_at", label=_("Pedida")),
        DayColumn("finished_at", label=_("Terminó")),
    ]
    search_fields = ["title", "message"]
    list_export = ["title", "get_state_display", "done", "total", "started_by", "created_at", "finished_at", "message"]
    export_headings = {"get_state_display": _("Estado")}
    export_filename = "tareas"
    served = frozenset({"index", "index_results"})

    def get_urlpatterns(self) -> list[URLPattern]:
        inspect = path("<int:pk>/", self.inspect_view, name="inspect")
        return [*super().get_urlpatterns(), inspect, path("<int:pk>/de-nuevo/", again, name="again")]
