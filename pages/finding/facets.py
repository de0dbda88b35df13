"""By what results may be narrowed: each value with its name, how many it would leave and the address that asks so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pages.api.search_places import VOCABULARIES
from pages.api.watching import MODELS
from pages.finding.asked import FACETS, Asked

MOST_OFFERED = 12
TITLES: dict[str, str | Promise] = {
    "tipo": _("Tipo"), "tema": _("Tema"), "distrito": _("Distrito"), "unidad": _("Unidad"), "anio": _("Año"),
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """A value of a facet; `address` narrows by it, or drops it when it is the one chosen."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A group of values, of which one may be chosen."""

    name: str
    title: str | Promise
    choices: list[Choice]

    @property
    def chosen(self) -> Choice | None:
        return next((each for each in self.choices if each.chosen), None)


def facets_of(counts: Mapping[str, Mapping[str, int]], asked: Asked) -> list[Facet]:
    """The facets that have something to choose, in the order shown; the fullest values first, years from the last."""
    made = [_facet(name, counts.get(key, {}), asked) for name, key in FACETS.items()]
    return [facet for facet in made if facet.choices]


def _facet(name: str, counts: Mapping[str, int], asked: Asked) -> Facet:
    chosen = asked.chosen.get(name, "")
    values = dict(counts) | ({chosen: 0} if chosen and chosen not in counts else {})
    labels = _labels(name, values)
    ordered = sorted(labels, reverse=True) if name == "anio" else sorted(labels, key=lambda each: (-values[each], each))
    kept = [each for each in ordered if each != chosen][: MOST_OFFERED - bool(chosen)]
    listed = [each for each in ordered if each in kept or each == chosen]
    return Facet(name, TITLES[name], [_choice(name, each, labels, values, asked) for each in listed])


def _choice(name: str, value: str, labels: Mapping[str, str], counts: Mapping[str, int], asked: Asked) -> Choice:
    chosen = asked.chosen.get(name) == value
    return Choice(labels[value], counts[value], f"?{asked.address(**{name: '' if chosen else value})}", chosen)


def _labels(name: str, values: Iterable[str]) -> dict[str, str]:
    """The values by what people call them; one that nobody knows is called as it came."""
    told = {value: value for value in values}
    if name == "tipo":
        return told | {value: _plural(MODELS[value]) for value in values if value in MODELS}
    if FACETS[name] in VOCABULARIES:
        model, key, _keys = VOCABULARIES[FACETS[name]]
        named = model.objects.order_by().filter(**{f"{key}__in": list(values)}).values_list(key, "name") if told else []
        return told | dict(named)
    return told


def _plural(model: Any) -> str:
    words = str(model._meta.verbose_name_plural)
    return words[:1].upper() + words[1:]
