"""What the portal's search finds, as a resource: pieces and pages of every type together."""

from datetime import datetime
from typing import ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from wagtail.models import Page

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Resource
from headless.schemas import Answer
from pages.api.examples import example
from pages.api.pieces import in_lima, words_filter
from pages.api.watching import MODELS
from pages.models.embargo import visible_pages

NAMES = {model: name for name, model in MODELS.items()}


class FoundItem(Answer):
    """Something found."""

    about: ClassVar[str] = "Algo encontrado; pídalo completo en el recurso que dice «type»."
    id: int
    type: str = Field(description="Recurso al que pertenece, por su nombre.", examples=list(MODELS))
    slug: str
    url: str = Field(description="Dirección en el portal.")
    title: str
    summary: str | None
    published_at: datetime | None


def search() -> Resource:
    """What the frame needs to know to serve the search."""
    kind = _("Solo lo de un recurso, por su nombre.")
    return Resource(
        name="search",
        title=_("Búsqueda"),
        description=_(
            "Lo que se encuentra en todo lo público; sin palabras, todo, de lo más reciente a lo más antiguo."
        ),
        item=FoundItem,
        detail=FoundItem,
        public=_public,
        for_list=lambda rows, at: rows.specific(),
        for_detail=lambda rows, at: rows.specific(),
        write_item=_write,
        write_detail=_write,
        filters=[
            words_filter(Page),
            Filter(name="type", kind=OneOf(list(MODELS)), narrow=_of_type, doc=kind, example="news"),
            *instant_range("first_published_at", name="published_at"),
        ],
        orderings=both_ways(Ordering("published_at", "first_published_at"), Ordering("title", "title")),
        default_order="-published_at",
        example=example("search"),
    )


def _public(at: datetime) -> QuerySet:
    types = ContentType.objects.get_for_models(*MODELS.values()).values()
    return visible_pages(at=at).filter(content_type__in=[each.pk for each in types])


def _of_type(pages: QuerySet, name: str) -> QuerySet:
    return pages.filter(content_type=ContentType.objects.get_for_model(MODELS[name]))


def _write(page: Page, question: Question) -> FoundItem:
    return FoundItem(
        id=page.pk,
        type=NAMES[type(page)],
        slug=page.slug,
        url=question.absolute(page.get_url(question.request) or "/"),
        title=page.title,
        summary=getattr(page, "summary", "") or getattr(page, "intro", "") or None,
        published_at=in_lima(getattr(page, "published_at", None) or page.first_published_at),
    )
