"""Opaque cursors: a position in a list, signed, of use only for the question it was given for."""

from datetime import date
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Field, QuerySet
from django.utils.translation import gettext as _

from headless.ordering import Ordering, Position
from headless.problem_types import INVALID_CURSOR
from headless.problems import Problem


def cursor_at(key: int, value: Any, *, question: str) -> str:
    """The cursor that asks for what follows the row with that primary key and value of the column it is ordered by.

    `question` says what was asked, so that it answers nothing else.
    """
    return _signer(question).sign_object([_written(value), key])


def position_of(cursor: str, ordering: Ordering, rows: QuerySet, *, question: str) -> Position:
    """The position that a cursor carries among `rows`, which have the ordering's column or compute it.

    Raises Problem when it isn't ours or was given for another question.
    """
    try:
        written, key = _signer(question).unsign_object(cursor)
    except (BadSignature, ValueError) as error:
        detail = _("El cursor no es de esta consulta: úselo con los mismos filtros y orden, o empiece sin «cursor».")
        raise Problem(INVALID_CURSOR, detail, parameter="cursor") from error
    return _column(rows, ordering.column).to_python(written), key


def _written(value: Any) -> str | None:
    """The value as text that its column reads back whole."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _column(rows: QuerySet, name: str) -> Field:
    """The field of a column of the rows, their own or computed."""
    computed = rows.query.annotations.get(name)
    return computed.output_field if computed is not None else rows.model._meta.get_field(name)


def _signer(question: str) -> Signer:
    return Signer(salt=f"headless.cursors:{question}", sep=".")
