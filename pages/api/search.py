"""What the portal's search finds, as a resource: pieces and pages of every type together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from wagtail.models import Page

from headless.kinds import OneOf, Unreadable, Words
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Overview, Resource
from headless.schemas import Answer
from pages.api.examples import example
from pages.api.pieces import in_lima
from pages.api.search_overview import SearchOverview, overview_of
from pages.api.search_places import facet_filters
from pages.api.watching import MODELS
from pages.models.embargo import visible_pages
from search.portal import find
from search.rules.asked import as_asked

NAMES = {model: name for name, model in MODELS.items()}
MOST_FOUND = 500
PLACE = "search_place"


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
    by_relevance = Ordering("relevance", PLACE, descending=True)
    return Resource(
        name="search",
        title=_("Búsqueda"),
        description=_(
            "Lo que se encuentra en todo lo público, como en el portal: primero lo que mejor responde. "
            "Sin palabras, todo, de lo más reciente a lo más antiguo."
        ),
        item=FoundItem,
        detail=FoundItem,
        public=_public,
        for_list=lambda rows, at: rows.specific(),
        for_detail=lambda rows, at: rows.specific(),
        write_item=_write,
        write_detail=_write,
        filters=search_filters(),
        orderings={"relevance": by_relevance}
        | both_ways(Ordering("published_at", "first_published_at"), Ordering("title", "title")),
        default_order="relevance",
        example=example("search"),
        overview=Overview(answer=SearchOverview, write=_overview, doc=OVERVIEW_DOC),
        lists_last=False,
    )


OVERVIEW_DOC = _("Con «1» y «q»: cuántos hay de cada clase, y qué se corrigió de lo escrito.")


def search_filters() -> list[Filter]:
    """By words; by what the portal narrows by; by when it was published."""
    doc = _("Lo que se busca, con sus palabras, entre comillas o con «-» delante de lo que no. Hasta 500 resultados.")
    kind = _("Solo lo de un recurso, por su nombre.")
    return [
        *instant_range("first_published_at", name="published_at"),
        Filter(name="type", kind=OneOf(list(MODELS)), narrow=_of_type, doc=kind, example="news"),
        *facet_filters(),
        Filter(name="q", kind=Words(longest=300), narrow=_about, doc=doc, example="canal de riego"),
    ]


def _public(at: datetime) -> QuerySet:
    types = ContentType.objects.get_for_models(*MODELS.values()).values()
    pages = visible_pages(at=at).filter(content_type__in=[each.pk for each in types])
    return pages.annotate(**{PLACE: F("first_published_at")})


def _of_type(pages: QuerySet, name: str) -> QuerySet:
    return pages.filter(content_type=ContentType.objects.get_for_model(MODELS[name]))


def _about(pages: QuerySet, typed: str) -> QuerySet:
    """The best answers, in whose order `relevance` tells them."""
    if not as_asked(typed):
        raise Unreadable(_("no tiene ninguna palabra que buscar."))
    found = find(typed, among=pages, at=timezone.now(), start=0, stop=MOST_FOUND)
    return pages.filter(pk__in=found.keys).annotate(**{PLACE: _places(found.keys)})


def _places(keys: Sequence[int]) -> Any:
    """More for what comes earlier."""
    whens = [When(pk=key, then=Value(-place)) for place, key in enumerate(keys)]
    return Case(*whens, default=Value(-len(keys)), output_field=IntegerField())


def _overview(question: Question) -> SearchOverview | None:
    return overview_of(question, _public(question.at), search_filters()) if question.values["q"] else None


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
