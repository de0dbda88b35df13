"""The parameters that an address may carry, declared once: they are read, refused and documented from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from headless.kinds import Kind, Unknown, Unreadable
from headless.nearest import nearest
from headless.problem_types import INVALID_VALUE, REPEATED_PARAMETER, UNKNOWN_PARAMETER, UNKNOWN_VALUE
from headless.problems import Problem
from headless.query_string import pairs

Narrow = Callable[[QuerySet, Any], QuerySet]
LONGEST_SHOWN = 60


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """A parameter: its name, what its text means (`kind`) and what it is for, in Spanish."""

    name: str
    kind: Kind
    doc: str | Promise
    default: Any = None
    example: Any = None


@dataclass(frozen=True, kw_only=True)
class Filter(Parameter):
    """A parameter that leaves fewer rows: `narrow(rows, value)`. It may still raise Unreadable."""

    narrow: Narrow


def by(lookup: str) -> Narrow:
    """A narrowing by one ORM lookup, such as `published_at__gte`."""
    return lambda rows, value: rows.filter(**{lookup: value})


def read_query(query_string: str, parameters: Sequence[Parameter], *, at: datetime) -> dict[str, Any]:
    """The value of every parameter by name, the default where it wasn't given. Raises Problem; ignores nothing."""
    declared = {parameter.name: parameter for parameter in parameters}
    given: dict[str, str] = {}
    for name, text in pairs(query_string):
        if name not in declared:
            raise _unknown(name, list(declared))
        if name in given:
            detail = _("«%(name)s» aparece más de una vez: déjelo una sola vez.") % {"name": name}
            raise Problem(REPEATED_PARAMETER, detail, parameter=name)
        given[name] = text
    return {name: _value(each, given.get(name), at) for name, each in declared.items()}


def narrowed(rows: QuerySet, filters: Sequence[Filter], values: dict[str, Any]) -> QuerySet:
    """The rows that pass every filter that was given. Raises Problem."""
    for each in filters:
        if (value := values[each.name]) is not None:
            try:
                rows = each.narrow(rows, value)
            except Unreadable as refusal:
                raise refused(each.name, str(value), refusal) from refusal
    return rows


def refused(name: str, text: str, refusal: Unreadable) -> Problem:
    """The problem that says why a parameter's text is of no use."""
    kind = UNKNOWN_VALUE if isinstance(refusal, Unknown) else INVALID_VALUE
    shown = {"text": text[:LONGEST_SHOWN], "name": name, "reason": refusal.reason}
    detail = _("«%(text)s» no sirve para «%(name)s»: %(reason)s") % shown
    return Problem(kind, detail, parameter=name, allowed=refusal.allowed, nearest=refusal.closest)


def _value(parameter: Parameter, text: str | None, at: datetime) -> Any:
    if text is None:
        return parameter.default
    if not text:
        detail = _("«%(name)s» está vacío: dele un valor o quítelo.") % {"name": parameter.name}
        raise Problem(INVALID_VALUE, detail, parameter=parameter.name)
    try:
        return parameter.kind.read(text, at=at)
    except Unreadable as refusal:
        raise refused(parameter.name, text, refusal) from refusal


def _unknown(name: str, known: list[str]) -> Problem:
    closest = nearest(name, known)
    detail = _("Este recurso no tiene el parámetro «%(name)s».") % {"name": name[:LONGEST_SHOWN]}
    if closest:
        detail += " " + _("¿Quiso decir «%(closest)s»?") % {"closest": closest}
    return Problem(UNKNOWN_PARAMETER, detail, parameter=name[:LONGEST_SHOWN], allowed=known, nearest=closest)
