"""Public works at every point of their life, moved by the real actions."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from pages.actions.work_advances import record_advance
from pages.actions.work_moves import move_work
from pages.enums import WorkModality, WorkStage
from pages.models import PublicWorkPage, WorkAdvance
from tests.factories.institution import DistrictFactory
from tests.factories.pages import draft_piece, published_piece

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
_cui = count(2_400_000)


def _values(fields: dict) -> dict:
    needed = {"cui": str(next(_cui)), "modality": WorkModality.CONTRACT}
    if "district" not in fields:
        needed["district"] = DistrictFactory()
    return needed | fields


def draft_work(**fields) -> PublicWorkPage:
    """A work that nobody has published, with what publishing asks for."""
    return draft_piece(PublicWorkPage, **_values(fields))


def published_work(*, stage: WorkStage | None = None, since: date = date(2026, 1, 5), **fields) -> PublicWorkPage:
    """A public work; `stage`, where it stands since a day."""
    work = published_piece(PublicWorkPage, **_values(fields))
    if stage:
        move_work(work=work, to=stage, on=since, by=None, at=NOW, cause="funds")
    return work


def advance(work: PublicWorkPage, on: date, physical, financial=0, **values) -> WorkAdvance:
    """A row of the work's advances."""
    return record_advance(
        work=work, on=on, physical=Decimal(physical), financial=Decimal(financial), by=None, at=NOW, **values
    )
