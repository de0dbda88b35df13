"""One row by any of its keys."""

import re
from collections.abc import Sequence
from typing import Any, NoReturn

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from headless.problem_types import NOT_FOUND
from headless.problems import Problem

NUMBER = re.compile(r"[0-9]{1,18}")  # within the 64 bits of every database
WORD = re.compile(r"[\w.-]{1,255}")


def find(rows: QuerySet, keys: Sequence[str], text: str) -> Any:
    """The row whose first matching key is `text`. Raises Problem when there is none."""
    for key in keys:
        pattern = NUMBER if key == "pk" else WORD
        if pattern.fullmatch(text) and (found := list(rows.filter(**{key: text}).order_by("pk")[:1])):
            return found[0]
    return not_there()


def find_key(rows: QuerySet, keys: Sequence[str], text: str) -> int:
    """The primary key alone of the row that `find` would give. Raises Problem when there is none."""
    if keys[0] == "pk" and NUMBER.fullmatch(text):
        if rows.filter(pk=text).exists():
            return int(text)
        keys = keys[1:]
    return find(rows.values_list("pk", flat=True), keys, text)


def not_there() -> NoReturn:
    """Nothing that may be seen has that key. Raises Problem."""
    raise Problem(NOT_FOUND, _("No hay nada público con ese identificador."))
