"""The words by which everything is asked for, as resources: topics, units and districts."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.questions import Question
from headless.resources import Resource
from headless.schemas import Answer
from institution.enums import OrganLevel, UnitKind
from institution.models import District, OrganicUnit
from pages.api.examples import example
from pages.api.pieces import key_filter
from pages.api.schemas import UnitAnswer
from pages.models import Topic


class TopicItem(Answer):
    """A topic."""

    about: ClassVar[str] = "Un tema del vocabulario."
    id: int
    slug: str = Field(examples=["obras"])
    name: str = Field(examples=["Obras"])
    description: str | None = Field(description="Qué abarca.")


class UnitItem(Answer):
    """A unit of the organisation."""

    about: ClassVar[str] = "Un órgano o unidad de la municipalidad."
    id: int
    code: str = Field(description="Siglas.", examples=["OII"])
    name: str
    kind: str = Field(description="organic o functional.", examples=UnitKind.values)
    level: str = Field(description="Tipo de órgano.", examples=OrganLevel.values)
    parent: UnitAnswer | None = Field(description="De quién depende.")
    functions: str | None = Field(description="Qué hace.")
    email: str | None
    phone: str | None
    active: bool = Field(description="Si sigue vigente.")


class DistrictItem(Answer):
    """A district."""

    about: ClassVar[str] = "Un distrito de la provincia."
    id: int
    ubigeo: str = Field(description="Código de INEI.", examples=["020201"])
    slug: str
    name: str
    is_capital: bool
    latitude: float
    longitude: float


def topics() -> Resource:
    """The topics."""
    doc = _("Los temas por los que se puede filtrar.")
    named = {"name": "topics", "title": _("Temas"), "description": doc}
    return _vocabulary(Topic, TopicItem, _topic, order="name", keys=("pk", "slug"), **named)


def units() -> Resource:
    """The units of the organisation."""
    kind, level = _("Orgánica o funcional."), _("Tipo de órgano.")
    filters = [
        Filter(name="kind", kind=OneOf(UnitKind.values), narrow=by("kind"), doc=kind),
        Filter(name="level", kind=OneOf(OrganLevel.values), narrow=by("level"), doc=level),
    ]
    named = {"name": "units", "title": _("Unidades"), "description": _("Órganos y unidades de la municipalidad.")}
    shape = {"keys": ("pk", "code"), "related": ["parent"], "filters": filters}
    return _vocabulary(OrganicUnit, UnitItem, _unit, order="position", **shape, **named)


def districts() -> Resource:
    """The districts of the province."""
    named = {"name": "districts", "title": _("Distritos"), "description": _("Los distritos de la provincia.")}
    return _vocabulary(District, DistrictItem, _district, order="ubigeo", keys=("pk", "ubigeo", "slug"), **named)


def _vocabulary(model: Any, item: Any, write: Any, *, order: str, related=(), filters=(), **named: Any) -> Resource:
    """A resource whose elements are as brief alone as in its list."""
    return Resource(
        **named,
        item=item,
        detail=item,
        public=lambda at: model.objects.all(),
        for_list=lambda rows, at: rows.select_related(*related),
        for_detail=lambda rows, at: rows.select_related(*related),
        write_item=write,
        write_detail=write,
        filters=[key_filter(), *filters],
        orderings=both_ways(*(Ordering(each, each) for each in dict.fromkeys((order, "name")))),
        default_order=order,
        example=example(named["name"]),
    )


def _topic(row: Topic, question: Question) -> TopicItem:
    return TopicItem(id=row.pk, slug=row.slug, name=row.name, description=row.description or None)


def _unit(row: OrganicUnit, question: Question) -> UnitItem:
    parent = UnitAnswer(code=row.parent.code, name=row.parent.name) if row.parent else None
    told = {name: getattr(row, name) or None for name in ("functions", "email", "phone")}
    same = {name: getattr(row, name) for name in ("code", "name", "kind", "level", "active")}
    return UnitItem(id=row.pk, parent=parent, **told, **same)


def _district(row: District, question: Question) -> DistrictItem:
    same = {name: getattr(row, name) for name in ("ubigeo", "slug", "name", "is_capital")}
    return DistrictItem(id=row.pk, latitude=float(row.latitude), longitude=float(row.longitude), **same)
