"""Narrowing what is found of any type by what the index knows of it: topic, district, unit."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from headless.kinds import Vocabulary
from headless.parameters import Filter
from institution.models import District, OrganicUnit
from pages.models.topics import Topic
from search.models import IndexedDocument

# By the name of the filter, which is that of the facet too: the rows, the column that the index has, and the keys.
VOCABULARIES: dict[str, tuple[Any, str, list[str]]] = {
    "topic": (Topic, "slug", ["slug"]),
    "district": (District, "ubigeo", ["ubigeo", "slug"]),
    "unit": (OrganicUnit, "code", ["code"]),
}
DOCS = {
    "topic": (_("Tema, por su «slug»."), "obras"),
    "district": (_("Distrito, por su ubigeo de INEI o su «slug»."), "020201"),
    "unit": (_("Unidad que informa, por sus siglas."), "OII"),
}


def facet_filters() -> list[Filter]:
    """A filter for each vocabulary."""
    return [_filter(name) for name in VOCABULARIES]


def values_of(name: str, keys: list[int]) -> list[str]:
    """What the index calls the rows of a vocabulary."""
    model, column, _keys = VOCABULARIES[name]
    return list(model.objects.filter(pk__in=keys).values_list(column, flat=True))


def _filter(name: str) -> Filter:
    model, _column, keys = VOCABULARIES[name]
    doc, shown = DOCS[name]
    kind = Vocabulary(lambda at: model.objects.all(), keys)
    return Filter(name=name, kind=kind, narrow=_with_facet(name), doc=doc, example=shown)


def _with_facet(name: str) -> Callable[[QuerySet, list[int]], QuerySet]:
    def narrow(pages: QuerySet, keys: list[int]) -> QuerySet:
        padded = IndexedDocument.objects.annotate(
            padded=Concat(Value(" "), "facets", Value(" "), output_field=TextField())
        )
        found = padded.none()
        for value in values_of(name, keys):
            found = found | padded.filter(padded__contains=f" {name}:{value} ")
        return pages.filter(pk__in=found.values("object_id"))

    return narrow
