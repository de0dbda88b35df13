"""Reading a spreadsheet of works: each row gets its verdict, and nothing changes yet."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Field
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import User
from institution.rules.lima import LIMA
from pages.enums import WorkRowVerdict, WorkStage
from pages.models import PublicWorkPage, WorkImport, WorkImportRow
from pages.rules.coordinates import coordinate_warning
from pages.rules.sheet_values import words
from pages.rules.work_file import span_errors
from pages.rules.works import Move, Standing, move_obstacles
from pages.spreadsheets.work_columns import FACTS, Vocabularies, read_cells
from pages.spreadsheets.works import Row, read_sheet

NEW, CHANGED, SAME, WRONG = WorkRowVerdict.NEW, WorkRowVerdict.CHANGED, WorkRowVerdict.SAME, WorkRowVerdict.WRONG


@transaction.atomic
def read_works(*, filename: str, content: bytes, by: User, at: datetime) -> WorkImport:
    """Keep what the spreadsheet would do, row by row. Raises UnreadableSheet."""
    rows = read_sheet(content)
    run = WorkImport.objects.create(filename=filename[:200], read_by=by, read_at=at)
    reader = _Reader(rows, today=at.astimezone(LIMA).date())
    WorkImportRow.objects.bulk_create((reader.judged(run, line, cells) for line, cells in rows), batch_size=200)
    log(instance=run, action="wagtail.create", user=by, timestamp=at)
    return run


class _Reader:
    """Judges the rows of one sheet; asks the database once for the vocabularies and once for the works."""

    def __init__(self, rows: Iterable[Row], *, today: date):
        self.today = today
        self.known = Vocabularies.load()
        self.seen: dict[str, int] = {}
        asked = {_plain(cells.get("cui")) for _line, cells in rows}
        works = PublicWorkPage.objects.filter(cui__in=asked).select_related("latest_revision").with_progress()
        self.works = {work.cui: work for work in works}

    def judged(self, run: WorkImport, line: int, cells: dict[str, Any]) -> WorkImportRow:
        values, wrong = read_cells(cells, self.known)
        cui = values.get("cui", "")
        work = self.works.get(cui)
        wrong += self._identity_errors(cui, line, wrong) + self._whole_errors(values, work)
        row = WorkImportRow(
            run=run, line=line, cui=(cui or _plain(cells.get("cui")))[:20], values=_as_json(values), page=work,
            title=values.get("title", work.title if work else "")[:255],
            warning=coordinate_warning(values.get("latitude"), values.get("longitude")),
        )  # fmt: skip
        row.verdict, row.message = _verdict(work, values, wrong)
        return row

    def _identity_errors(self, cui: str, line: int, wrong: list[str]) -> list[str]:
        if not cui:
            return [] if any(told.startswith("CUI") for told in wrong) else [_("CUI: falta; tiene siete cifras.")]
        first = self.seen.setdefault(cui, line)
        return [] if first == line else [_("CUI: está repetido, ya aparece en la fila %(line)s.") % {"line": first}]

    def _whole_errors(self, values: dict[str, Any], work: PublicWorkPage | None) -> list[str]:
        """What the row says against itself, or against what is known of the work."""
        whole = (current_values(work) if work else {}) | values
        spans = (("planned_start", "planned_end"), ("started_on", "ended_on"))
        told = [list(span_errors((a, whole.get(a)), (b, whole.get(b))).values()) for a, b in spans]
        errors = [each for found in told for each in found]
        if work is None and not values.get("title"):
            errors.append(_("Obra: falta el nombre, y la obra es nueva."))
        return errors + self._move_errors(values, work)

    def _move_errors(self, values: dict[str, Any], work: PublicWorkPage | None) -> list[str]:
        if "stage" not in values or (work and values["stage"] == work.stage):
            return []
        standing = (
            Standing(WorkStage(work.stage), work.stage_since, work.physical)
            if work
            else Standing(WorkStage.FORMULATION, None)
        )
        return list(move_obstacles(standing, asked_move(values, self.today), today=self.today).values())


def asked_move(values: dict[str, Any], today: date) -> Move:
    """The change of state that a row asks for; without a day of its own, today."""
    return Move(WorkStage(values["stage"]), values.get("stage_since") or today, values.get("cause", ""))


def work_columns() -> dict[str, Field]:
    """The columns of a work by name."""
    return {field.name: field for field in PublicWorkPage._meta.concrete_fields}


def current_values(work: PublicWorkPage) -> dict[str, Any]:
    """What the latest draft of the work says, by field, as the columns of a sheet would give it."""
    content = work.latest_revision.content if work.latest_revision else None
    named = [field for field in PublicWorkPage._meta.concrete_fields if field.name not in FACTS]
    if content is None:
        return {field.name: getattr(work, field.attname) for field in named}
    return {field.name: field.to_python(content.get(field.name)) for field in named if not field.primary_key}


def _verdict(work: PublicWorkPage | None, values: dict[str, Any], wrong: list[str]) -> tuple[WorkRowVerdict, str]:
    if wrong:
        return WRONG, " ".join(wrong)
    if work is None:
        return NEW, ""
    if changed := changes(work, values):
        names = ", ".join(str(work_columns()[name].verbose_name) for name in changed)
        return CHANGED, _("Cambia: %(names)s.") % {"names": names}
    return SAME, ""


def changes(work: PublicWorkPage, values: dict[str, Any]) -> list[str]:
    """The fields that the row would change."""
    current = current_values(work)
    changed = [name for name, value in values.items() if name not in FACTS and current.get(name) != value]
    return [*changed, *(["stage"] if values.get("stage", work.stage) != work.stage else [])]


def _plain(cell: Any) -> str:
    try:
        return words(cell)
    except ValueError:
        return ""


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, date | Decimal) else value for name, value in values.items()}
