"""What a work's page tells beside its own fields: how far it is, how it got there, what is published about it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import QueryDict

from pages.enums import PhotoMoment
from pages.models.works import PublicWorkPage
from pages.models.works_advances import WorkAdvance
from pages.models.works_index import PublicWorkIndexPage
from pages.models.works_parts import WorkPhoto
from pages.reading.gathering import gathered_lists
from pages.rules.curves import Point, chart, programmed_at

ADVANCES_A_PAGE = 6
GATHERED = 6
ON_HOME = 4


@dataclass(frozen=True)
class CurveRow:
    """A day of the chart's table: what was programmed for it and what was executed, either of them perhaps unknown."""

    on: date
    programmed: Decimal | None
    executed: Decimal | None


def work_story(work: PublicWorkPage, query: QueryDict, *, at: datetime) -> dict[str, Any]:
    """What the work's template asks for, in a constant number of queries."""
    measured = _measured(work)
    programmed = [(each.on, each.physical) for each in work.programme.all() if each.on]
    executed = [(on, physical) for on, physical, _financial in measured]
    return {
        "latest": _latest_page(work).first(),
        "advances": Paginator(_latest_page(work), ADVANCES_A_PAGE).get_page(query.get("avances")),
        "chart": chart(programmed, executed),
        "curve_rows": curve_rows(programmed, executed),
        "moves": work.moves.all() if work.pk else [],
        "extensions": work.extensions.all(),
        "consortium": work.consortium.all(),
        **_pictures(work),
        **gathered_lists("work", work, at=at, most=GATHERED),
    }


def curve_rows(programmed: list[Point], executed: list[Point]) -> list[CurveRow]:
    """The table of the chart, by day: what was programmed, read along the line on days that were only measured."""
    done = dict(executed)
    days = sorted({day for day, _percent in programmed} | set(done))
    return [CurveRow(day, programmed_at(programmed, day), done.get(day)) for day in days]


def _measured(work: PublicWorkPage) -> list[tuple[date, Decimal, Decimal]]:
    if not work.pk:
        return []
    return list(work.advances.in_force().order_by("on").values_list("on", "physical", "financial"))


def _latest_page(work: PublicWorkPage):
    if not work.pk:
        return WorkAdvance.objects.none()
    return work.advances.in_force().latest_first().prefetch_related("photos__image__renditions")


def _pictures(work: PublicWorkPage) -> dict[str, Any]:
    """Those of each moment, and the pair that shows the change: the first before, the last after (or during)."""
    photos = [each for each in work.photos.all() if each.image_id and each.image.may_be_seen]
    moments = {moment: [each for each in photos if each.moment == moment] for moment in PhotoMoment}
    last: list[WorkPhoto] = moments[PhotoMoment.AFTER] or moments[PhotoMoment.DURING]
    before = moments[PhotoMoment.BEFORE]
    pair = {"before": before[0], "after": last[-1]} if before and last else None
    return {"pair": pair, "moments": [(moment.label, kept) for moment, kept in moments.items() if kept]}


def works_panel(at: datetime) -> dict[str, Any]:
    """For the home page: the works under way that were measured last, and where all of them are."""
    index = PublicWorkIndexPage.objects.live().first()
    under_way = (
        PublicWorkPage.objects.visible(at=at)
        .under_way()
        .for_cards()
        .order_by(F("facts_at").desc(nulls_last=True), "-pk")
    )
    works = list(under_way[:ON_HOME]) if index else []
    return {"works": works, "index": index} if works else {}
