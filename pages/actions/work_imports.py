"""Bringing in what a spreadsheet of works says, once somebody decided to, or leaving it all."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from institution.long_tasks import Progress, Result, long_task, start
from institution.models import LongTask, User
from institution.rules.lima import LIMA
from pages.actions.publication import PublicationRefused
from pages.actions.work_moves import move_work
from pages.actions.work_sheets import asked_move, changes, work_columns
from pages.enums import WorkImportState, WorkRowVerdict
from pages.models import PublicWorkIndexPage, PublicWorkPage, WorkImport, WorkImportRow
from pages.spreadsheets.work_columns import FACTS

KIND = "import-works"
KEYS = ("district", "unit")


class AlreadyDecided(Exception):
    """Somebody decided about this import before; the message says what."""


@transaction.atomic
def leave_import(*, run: WorkImport, by: User, at: datetime) -> None:
    """Bring in nothing. Raises AlreadyDecided."""
    _decide(run, WorkImportState.LEFT)
    log(instance=run, action="pages.work_import.left", user=by, timestamp=at)


def erase_forgotten_imports(*, at: datetime) -> int:
    """Erase the imports about which nobody decided in time, with all that was kept of their file; how many."""
    return WorkImport.objects.forgotten(at=at).delete()[1].get(WorkImport._meta.label, 0)


@transaction.atomic
def start_import(*, run: WorkImport, publishes: bool, by: User, at: datetime) -> LongTask:
    """Have the worker bring in the right rows, as drafts or published. Raises AlreadyDecided."""
    _decide(run, WorkImportState.RUNNING, publishes=publishes)
    log(instance=run, action="pages.work_import.started", user=by, timestamp=at, data={"publishes": publishes})
    title = _("Importar obras: %(file)s") % {"file": run.filename}
    return start(kind=KIND, title=title, by=by, arguments={"run": run.pk}, at=at)


@long_task(KIND)
def bring_in(task: LongTask, progress: Progress) -> Result:
    """Bring in the rows that are right and weren't brought in yet; each is kept by itself, so it may be run again."""
    run = WorkImport.objects.get(pk=task.arguments["run"])
    rows = list(run.rows.filter(verdict__in=(WorkRowVerdict.NEW, WorkRowVerdict.CHANGED), brought_at=None))
    for done, row in enumerate(rows, start=1):
        _bring(row, publishes=run.publishes, by=task.started_by, at=timezone.now())
        progress(done, len(rows))
    WorkImport.objects.filter(pk=run.pk).update(state=WorkImportState.DONE)
    return _told(run)


def _decide(run: WorkImport, state: WorkImportState, **changed: Any) -> None:
    waiting = WorkImport.objects.filter(pk=run.pk, state=WorkImportState.READ)
    if not waiting.update(state=state, **changed):
        run.refresh_from_db()
        raise AlreadyDecided(_("Esta importación ya está «%(state)s».") % {"state": run.get_state_display()})


def _bring(row: WorkImportRow, *, publishes: bool, by: User | None, at: datetime) -> None:
    try:
        with transaction.atomic():
            work = _written(row, by)
            _moved(work, row, at)
            log(instance=work, action="pages.work.imported", user=by, data={"line": row.line})
            row.outcome = _published(work, by) if publishes else _("Quedó como borrador.")
            row.page, row.brought_at = work, at
    except ValidationError as refusal:
        row.outcome = _("No se importó: %(why)s") % {"why": " ".join(refusal.messages)}
    row.save(update_fields=["page", "outcome", "brought_at"])


def _written(row: WorkImportRow, by: User | None) -> PublicWorkPage:
    """The work with what the row says, as its latest draft."""
    values = _typed(row.values)
    work = PublicWorkPage.objects.filter(cui=row.cui).select_related("latest_revision").first()
    if work is None:
        fields = {"summary": values["title"][:400]} | values
        work = PublicWorkPage(**fields, owner=by, live=False)
        PublicWorkIndexPage.objects.get().add_child(instance=work)
    elif set(changes(work, _comparable(values))) - {"stage"}:
        work = work.get_latest_revision_as_object()
        for name, value in values.items():
            setattr(work, name, value)
    work.save_revision(user=by)
    return work


def _moved(work: PublicWorkPage, row: WorkImportRow, at: datetime) -> None:
    asked = {name: row.values[name] for name in FACTS if name in row.values}
    if "stage" not in asked or (work.stage_since and asked["stage"] == work.stage):
        return
    on = parse_date(asked.get("stage_since", "")) if asked.get("stage_since") else None
    move = asked_move(asked | {"stage_since": on}, at.astimezone(LIMA).date())
    move_work(work=work, to=move.to, on=move.on, cause=move.cause, by=None, at=at)


def _published(work: PublicWorkPage, by: User | None) -> str:
    try:
        with transaction.atomic():
            work.get_latest_revision().publish(user=by, skip_permission_checks=True)
    except PublicationRefused as refusal:
        return _("Quedó como borrador, porque no puede publicarse así: %(why)s") % {"why": " ".join(refusal.messages)}
    return _("Publicada.")


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """The row's values as the page's fields take them."""
    columns = work_columns()
    return {
        columns[name].attname if name in KEYS else name: columns[name].to_python(value)
        for name, value in values.items()
        if name not in FACTS
    }


def _comparable(values: dict[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_id"): value for name, value in values.items()}


def _told(run: WorkImport) -> Result:
    brought = run.rows.exclude(brought_at=None)
    count = brought.count()
    told = run.rows.exclude(outcome__in=("", _("Publicada."), _("Quedó como borrador.")))
    return {
        "summary": ngettext("Se importó %(count)s obra.", "Se importaron %(count)s obras.", count) % {"count": count},
        "rows": [{_("Fila"): each.line, _("CUI"): each.cui, _("Qué pasó"): each.outcome} for each in told[:500]],
        "url": reverse("obras_importadas:inspect", args=[run.pk]),
        "url_label": _("Ver la importación"),
    }
