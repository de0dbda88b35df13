"""The standing pages as a resource: history, services, privacy."""

from datetime import datetime
from typing import ClassVar, Literal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.ordering import Ordering, both_ways
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Resource
from headless.schemas import Answer
from pages.api.block_schemas import Block
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.pieces import corrections, in_lima, key_filter, piece_body
from pages.api.schemas import CorrectionAnswer
from pages.models import StandardPage
from pages.models.embargo import not_expired


class StandardItem(Answer):
    """A standing page."""

    about: ClassVar[str] = "Una página que permanece: historia, servicios, privacidad."
    id: int
    type: Literal["page"]
    slug: str
    url: str
    title: str
    intro: str | None
    updated_at: datetime | None


class StandardDetail(StandardItem):
    """A whole standing page."""

    about: ClassVar[str] = "Una página que permanece, completa."
    body: str | list[Block] | None = Field(None, description="Según el parámetro «body»: HTML, bloques, texto o nada.")
    corrections: list[CorrectionAnswer] = Field(description="Fe de erratas, de la más reciente a la más antigua.")


def standing(at: datetime) -> QuerySet:
    """The standing pages that anybody may see."""
    return StandardPage.objects.live().public().filter(not_expired(at))


def pages() -> Resource:
    """What the frame needs to know to serve the standing pages."""
    return Resource(
        name="pages",
        title=_("Páginas"),
        description=_("Páginas que permanecen, en orden alfabético si no se pide otro."),
        item=StandardItem,
        detail=StandardDetail,
        public=standing,
        drafts=drafts_of(StandardPage),
        for_list=lambda rows, at: rows.defer("body"),
        for_detail=lambda rows, at: rows.prefetch_related("corrections"),
        write_item=lambda page, question: StandardItem(**_facts(page, question)),
        write_detail=_write_detail,
        body=piece_body(),
        keys=("pk", "slug"),
        filters=[key_filter(), *instant_range("last_published_at", name="updated_at")],
        orderings=both_ways(Ordering("title", "title"), Ordering("updated_at", "last_published_at")),
        default_order="title",
        example=example("pages"),
    )


def _write_detail(page: StandardPage, question: Question) -> StandardDetail:
    return StandardDetail(**_facts(page, question), corrections=corrections(page))


def _facts(page: StandardPage, question: Question) -> dict:
    return {
        "id": page.pk,
        "type": "page",
        "slug": page.slug,
        "url": question.absolute(page.get_url(question.request) or "/"),
        "title": page.title,
        "intro": page.intro or None,
        "updated_at": in_lima(page.last_published_at),
    }
