"""A work's row as integrators read it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse

from headless.questions import Question
from pages.api.gathering import gathered_links, give_gathered
from pages.api.pictures import picture
from pages.api.pieces import in_lima, piece_facts, piece_whole
from pages.api.work_schemas import (
    WorkAdvanceAnswer,
    WorkContractorAnswer,
    WorkDetail,
    WorkExtensionAnswer,
    WorkItem,
    WorkMoveAnswer,
    WorkPhotoAnswer,
    WorkPointAnswer,
    WorkProgrammedAnswer,
)
from pages.models import PublicWorkPage, WorkAdvance


def write_item(work: PublicWorkPage, question: Question) -> WorkItem:
    """A work as lists tell it."""
    return WorkItem(**_facts(work, question))


def prepare(works: Sequence[PublicWorkPage], question: Question) -> None:
    """Give the works what is published about each, for all of them at once."""
    give_gathered(works, "work", at=question.at)


def write_detail(work: PublicWorkPage, question: Question) -> WorkDetail:
    """A work whole, after `prepare`."""
    return WorkDetail(
        **_facts(work, question), **piece_whole(work, question), **_file(work, question), **_story(work, question),
        **gathered_links(work, question),
    )  # fmt: skip


def _facts(work: PublicWorkPage, question: Question) -> dict[str, Any]:
    return piece_facts(work, question) | {
        "type": "work",
        "updated_at": in_lima(work.updated_at),
        "cui": work.cui,
        "infobras_code": work.infobras_code or None,
        "state": work.stage,
        "state_name": work.get_stage_display(),
        "state_since": work.stage_since,
        "modality": work.modality or None,
        "modality_name": work.get_modality_display() or None,
        "viable_amount": amount(work.viable_amount),
        "updated_amount": amount(work.updated_amount),
        "physical": number(work.physical),
        "financial": number(work.financial),
        "measured_on": work.measured_on,
        "begins_on": work.begins_on,
        "coordinates": _point(work),
    }


def _file(work: PublicWorkPage, question: Question) -> dict[str, Any]:
    """The facts sheet and the term."""
    main = {"name": work.contractor, "ruc": work.contractor_ruc or None, "share": None}
    return {
        "funding_source": work.funding_source or None,
        "contractor": WorkContractorAnswer(**main) if work.contractor else None,
        "consortium": [
            WorkContractorAnswer(name=each.name, ruc=each.ruc, share=number(each.share))
            for each in work.consortium.all()
        ],
        "resident": work.resident or None,
        "supervisor": work.supervisor or None,
        **{name: getattr(work, name) for name in ("planned_start", "planned_end", "started_on", "ended_on", "due_on")},
        "report_url": question.absolute(reverse("report_work", args=[work.slug])),
    }


def _story(work: PublicWorkPage, question: Question) -> dict[str, Any]:
    """How it was programmed, how it advanced, how it moved, how it looked."""
    names = ("days", "norm", "approved_on", "new_end")
    programme = sorted(work.programme.all(), key=lambda each: each.on)
    return {
        "extensions": [WorkExtensionAnswer(**{n: getattr(each, n) for n in names}) for each in work.extensions.all()],
        "programme": [WorkProgrammedAnswer(on=each.on, physical=float(each.physical)) for each in programme],
        "advances": [_advance(each, question) for each in work.told_advances],
        "moves": [
            WorkMoveAnswer(
                on=each.on, state=each.to_stage, state_name=each.get_to_stage_display(),
                cause=each.get_cause_display() or None, reason=each.reason or None, norm=each.norm or None,
            )
            for each in work.moves.all()
        ],
        "photos": [
            WorkPhotoAnswer(
                moment=each.moment, taken_on=each.taken_on,
                picture=picture(each.image, question, alt=each.alt, caption=each.caption),
            )
            for each in work.photos.all()
            if each.image.may_be_seen
        ],
    }  # fmt: skip


def _advance(advance: WorkAdvance, question: Question) -> WorkAdvanceAnswer:
    return WorkAdvanceAnswer(
        on=advance.on,
        physical=float(advance.physical),
        financial=float(advance.financial),
        amount=amount(advance.amount),
        note=advance.note or None,
        reason=advance.reason or None,
        photos=[shown for each in advance.photos.all() if (shown := picture(each.image, question, alt=each.alt))],
    )


def _point(work: PublicWorkPage) -> WorkPointAnswer | None:
    if work.point is None:
        return None
    latitude, longitude = work.point
    return WorkPointAnswer(latitude=float(latitude), longitude=float(longitude), exact=work.has_own_point)


def amount(value: Decimal | None) -> str | None:
    """Soles as text: a float would lose cents of large amounts."""
    return None if value is None else f"{value:.2f}"


def number(value: Decimal | None) -> float | None:
    """A percentage, small enough for a float."""
    return None if value is None else float(value)
