"""One row by any of its keys."""

import re
from collections.abc import Sequence
from typing import NoReturn

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from headless.problem_types import NOT_FOUND
from headless.problems import Problem

NUMBER = re.compile(r"[0-9]{1,18}")  # within the 64 bits of every database
WORD = re.compile(r"[\w.-]{1,255}")


def find(rows: QuerySet, keys: Sequence[str], text: str) -> Model:
    """The row whose first matching key is `text`. Raises Problem when there is none."""
    for key in keys:
        pattern = NUMBER if key == "pk" else WORD
        if pattern.fullmatch(text) and (row := rows.filter(**{key: text}).first()):
            return row
    return not_there()


def find_key(rows: QuerySet, keys: Sequence[str], text: str) -> int:
    """The primary key alone of the row that `find` would give. Raises Problem when there is none."""
    return find(rows.only("pk"), keys, text).pk


def not_there() -> NoReturn:
    """Nothing that may be seen has that key. Raises Problem."""
    raise Problem(NOT_FOUND, _("No hay nada público con ese identificador."))
