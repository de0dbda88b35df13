"""Opaque cursors: a position in a list, signed, of use only for the question it was given for."""

from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Model
from django.utils.translation import gettext as _

from headless.ordering import Ordering, Position
from headless.problems import INVALID_CURSOR, Problem


def cursor_at(row: Model, ordering: Ordering, *, question: str) -> str:
    """The cursor that asks for what follows `row`. `question` says what was asked, so that it answers nothing else."""
    value, key = ordering.position(row)
    written = None if value is None else row._meta.get_field(ordering.column).value_to_string(row)
    return _signer(question).sign_object([written, key])


def position_of(cursor: str, ordering: Ordering, model: type[Model], *, question: str) -> Position:
    """The position that a cursor carries. Raises Problem when it isn't ours or was given for another question."""
    try:
        written, key = _signer(question).unsign_object(cursor)
    except (BadSignature, ValueError) as error:
        detail = _("El cursor no es de esta consulta: úselo con los mismos filtros y orden, o empiece sin «cursor».")
        raise Problem(INVALID_CURSOR, detail, parameter="cursor") from error
    value: Any = model._meta.get_field(ordering.column).to_python(written)
    return value, key


def _signer(question: str) -> Signer:
    return Signer(salt=f"headless.cursors:{question}", sep=".")
