"""The guidance as a resource of the API."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.questions import Question
from headless.ranges import day_range
from headless.resources import Resource
from headless.schemas import Answer
from institution.alphabet import Alphabetical
from pages.api.block_schemas import FileAnswer
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.pictures import file
from pages.api.pieces import (
    BY_UNIT,
    piece_body,
    piece_facts,
    piece_filters,
    piece_whole,
    with_parts,
    with_relations,
)
from pages.api.schemas import PieceDetail, PieceItem
from pages.enums.guidance import Situation
from pages.models import GuidancePage

PARTS = ("requirements__document", "costs", "steps", "channels", "questions", "legal_bases")


class GuidanceItem(PieceItem):
    """Guidance to do something."""

    about: ClassVar[str] = "Cómo hacer un trámite o pedir un servicio."
    type: Literal["guidance"]
    situation: str = Field(description="Qué trae a la persona.", examples=["negocio"])
    who_may: str = Field(description="Quién puede hacerlo.")
    is_free: bool
    time_days: int | None = Field(description="Plazo en días hábiles.")
    silence: Literal["automatic", "positive", "negative", "none"] = Field(description="Si no hay respuesta a tiempo.")
    reviewed_on: date | None = Field(description="Cuándo se revisó por última vez.")
    review_on: date | None = Field(description="Cuándo toca revisarla otra vez.")


class RequirementAnswer(Answer):
    text: str
    condition: str | None = Field(description="Solo si se cumple; nulo si vale siempre.")
    file: FileAnswer | None


class CostAnswer(Answer):
    concept: str
    amount: Decimal = Field(description="En soles.", examples=["45.00"])


class StepAnswer(Answer):
    title: str
    text: str | None
    condition: str | None


class GuidanceChannelAnswer(Answer):
    kind: Literal["in_person", "virtual", "phone"]
    place: str | None = Field(description="El lugar o el teléfono.")
    hours: str | None
    url: str | None


class QuestionAnswer(Answer):
    question: str
    answer: str


class LegalBasisAnswer(Answer):
    norm: str
    articles: str | None
    url: str | None


class GuidanceDetail(GuidanceItem, PieceDetail):
    """Whole guidance."""

    about: ClassVar[str] = "Una orientación completa, paso a paso."
    requirements: list[RequirementAnswer]
    costs: list[CostAnswer]
    steps: list[StepAnswer]
    channels: list[GuidanceChannelAnswer]
    questions: list[QuestionAnswer]
    legal_bases: list[LegalBasisAnswer]


def guidance() -> Resource:
    """What the frame needs to know to serve the guidance."""
    return Resource(
        name="guidance",
        title=_("Orientación"),
        description=_("Trámites y servicios paso a paso, en orden alfabético si no se pide otro."),
        item=GuidanceItem,
        detail=GuidanceDetail,
        public=lambda at: _rows(GuidancePage.objects.visible(at=at)),
        drafts=drafts_of(GuidancePage, lambda guidance, at: _rows(guidance)),
        embargoed=lambda at: _rows(GuidancePage.objects.approved(at=at)),
        for_list=lambda rows, at: with_relations(rows).defer("body"),
        for_detail=lambda rows, at: with_parts(rows).prefetch_related(*PARTS),
        write_item=lambda page, question: GuidanceItem(**_facts(page, question)),
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=[_situation(), *piece_filters(GuidancePage), *day_range("review_on", bounds=("gte", "lte"))],
        orderings=both_ways(
            Ordering("title", "alphabet"), *(Ordering(name, name) for name in ("published_at", "review_on"))
        ),
        default_order="title",
        example=example("guidance"),
        body=piece_body(),
        expansions=BY_UNIT,
    )


def _rows(guidance: QuerySet) -> QuerySet:
    """With the days of their review and what they are sorted by from A to Z."""
    return guidance.with_review().annotate(alphabet=Alphabetical("title"))


def write_detail(page: GuidancePage, question: Question) -> GuidanceDetail:
    """Guidance whole."""
    return GuidanceDetail(**_facts(page, question), **piece_whole(page, question), **_parts(page, question))


def _situation() -> Filter:
    doc = _("Situación que trae a la persona.")
    return Filter(name="situation", kind=OneOf(Situation.values), narrow=by("situation"), doc=doc, example="negocio")


def _facts(page: GuidancePage, question: Question) -> dict[str, Any]:
    same = ("situation", "who_may", "is_free", "time_days", "silence", "reviewed_on", "review_on")
    return piece_facts(page, question) | {"type": "guidance"} | {name: getattr(page, name) for name in same}


def _parts(page: GuidancePage, question: Question) -> dict[str, Any]:
    return {
        "requirements": [
            RequirementAnswer(
                text=each.text,
                condition=each.condition or None,
                file=file(each.document, question) if each.document else None,
            )
            for each in page.requirements.all()
        ],
        "costs": [CostAnswer(concept=each.concept, amount=each.amount) for each in page.costs.all()],
        "steps": [
            StepAnswer(title=each.title, text=each.text or None, condition=each.condition or None)
            for each in page.steps.all()
        ],
        "channels": [
            GuidanceChannelAnswer(
                kind=each.kind, place=each.place or None, hours=each.hours or None, url=each.url or None
            )
            for each in page.channels.all()
        ],
        "questions": [QuestionAnswer(question=each.question, answer=each.answer) for each in page.questions.all()],
        "legal_bases": [
            LegalBasisAnswer(norm=each.norm, articles=each.articles or None, url=each.url or None)
            for each in page.legal_bases.all()
        ],
    }
