"""What the text of a parameter means, and how each kind is described in OpenAPI."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from headless.nearest import nearest

MOST_LISTED = 30


class Unreadable(ValueError):
    """The text can't be understood; `reason` completes «X no sirve: …»."""

    def __init__(self, reason: str | Promise, *, allowed: Sequence[str] = (), closest: str | None = None):
        super().__init__(str(reason))
        self.reason, self.allowed, self.closest = reason, list(allowed), closest


class Unknown(Unreadable):
    """The text is well formed but names nothing that exists."""


class Kind(Protocol):
    """How a parameter's text becomes a value."""

    def read(self, text: str, *, at: datetime) -> Any:
        """The value of `text` at the instant `at`. Raises Unreadable."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the text."""


@dataclass(frozen=True)
class Whole:
    """A whole number between two bounds, both included."""

    minimum: int
    maximum: int

    def read(self, text: str, *, at: datetime) -> int:
        if re.fullmatch(r"[0-9]{1,9}", text) and self.minimum <= int(text) <= self.maximum:
            return int(text)
        bounds = {"minimum": self.minimum, "maximum": self.maximum}
        raise Unreadable(
            _("debe ser un número entero del %(minimum)s al %(maximum)s.") % bounds,
            allowed=[f"{self.minimum}–{self.maximum}"],
        )

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.minimum, "maximum": self.maximum}


@dataclass(frozen=True)
class Keys:
    """Primary keys between commas, at most a hundred."""

    most: int = 100

    def read(self, text: str, *, at: datetime) -> list[int]:
        words = text.split(",")
        if len(words) <= self.most and all(re.fullmatch(r"[0-9]{1,18}", word) for word in words):
            return sorted({int(word) for word in words})
        reason = _("debe ser hasta %(most)s números separados por comas.") % {"most": self.most}
        raise Unreadable(reason, allowed=[f"1–{self.most}"])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^[0-9]{1,18}(,[0-9]{1,18}){0,99}$"}


@dataclass(frozen=True)
class OneOf:
    """One of a few fixed words."""

    choices: Sequence[str]

    def read(self, text: str, *, at: datetime) -> str:
        if text in self.choices:
            return text
        reason = _("debe ser uno de: %(choices)s.") % {"choices": ", ".join(self.choices)}
        raise Unreadable(reason, allowed=self.choices, closest=nearest(text, self.choices))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices)}


@dataclass(frozen=True)
class Words:
    """Free text of a few words."""

    longest: int = 200

    def read(self, text: str, *, at: datetime) -> str:
        if text.strip() and len(text) <= self.longest:
            return text.strip()
        reason = _("debe tener entre 1 y %(longest)s caracteres.") % {"longest": self.longest}
        raise Unreadable(reason, allowed=[f"1–{self.longest}"])

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True)
class Vocabulary:
    """Rows of a vocabulary, asked for by any of their `keys`; the value is a list of primary keys, mostly one.

    `rows` is asked for the instant, so that a word used only in what is not public yet is unknown.
    """

    rows: Callable[[datetime], QuerySet]
    keys: Sequence[str]

    def read(self, text: str, *, at: datetime) -> list[Any]:
        wanted = Q()
        for key in self.keys:
            wanted |= Q(**{key: text})
        if found := list(self.rows(at).filter(wanted).values_list("pk", flat=True)):
            return found
        known = self._known(at)
        raise Unknown(
            _("no existe o no tiene nada público."),
            allowed=known[0] if len(known[0]) <= MOST_LISTED else (),
            closest=nearest(text, dict.fromkeys(name for names in known for name in names)),
        )

    def _known(self, at: datetime) -> list[list[str]]:
        rows = list(self.rows(at).values_list(*self.keys))
        return [list(names) for names in zip(*rows, strict=True)] or [[]]

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}
