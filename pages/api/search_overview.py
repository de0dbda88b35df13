"""What is told of a whole search beside the elements found: how many by facet, and what was corrected."""

from collections.abc import Sequence
from typing import ClassVar

from django.db.models import QuerySet
from pydantic import Field

from headless.parameters import Filter, narrowed
from headless.questions import Question
from headless.schemas import Answer
from pages.api.search_places import VOCABULARIES, values_of
from search.portal import Narrowed, find

FACETS = ("type", *VOCABULARIES)


class FacetValue(Answer):
    """A value of a facet."""

    about: ClassVar[str] = "Un valor de una faceta, y cuántos resultados deja."
    value: str = Field(description="Lo que se envía en el filtro del mismo nombre.", examples=["news"])
    count: int


class FacetAnswer(Answer):
    """By what the results may be narrowed."""

    about: ClassVar[str] = "Por qué se pueden filtrar los resultados, contados con los demás filtros."
    name: str = Field(description="El filtro: type, topic, district o unit.", examples=["type"])
    values: list[FacetValue]


class CorrectionOfTyped(Answer):
    """A word that nobody wrote, and the one that was looked for as well."""

    about: ClassVar[str] = "Una palabra que no está en lo público, y la que se buscó también."
    typed: str
    used: str


class SearchOverview(Answer):
    """What is told of a whole search."""

    about: ClassVar[str] = "Lo que se dice de toda la búsqueda."
    total: int = Field(description="Cuántos responden, aunque la lista diga solo los 500 mejores.")
    facets: list[FacetAnswer]
    corrections: list[CorrectionOfTyped]
    reduced: bool = Field(description="Si respondió la base de datos porque el buscador no estaba.")


def overview_of(question: Question, pages: QuerySet, filters: Sequence[Filter]) -> SearchOverview:
    """How many of the pages answer what was typed, by facet, each under the other filters."""
    asked, facets = question.values, {*FACETS, "q"}
    among = narrowed(pages, [each for each in filters if each.name not in facets], asked)
    narrowing = Narrowed(chosen={name: value for name in FACETS if (value := _chosen(name, asked[name]))})
    found = find(asked["q"], among=among, at=question.at, start=0, stop=1, narrowed=narrowing)
    return SearchOverview(
        total=found.total,
        facets=[_facet(name, found.facets.get(name, {})) for name in FACETS],
        corrections=[CorrectionOfTyped(typed=typed, used=used) for typed, used in found.corrections],
        reduced=found.reduced,
    )


def _chosen(name: str, value: str | list[int] | None) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return next(iter(values_of(name, value)), "")


def _facet(name: str, counts: dict[str, int]) -> FacetAnswer:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return FacetAnswer(name=name, values=[FacetValue(value=value, count=count) for value, count in ordered])
