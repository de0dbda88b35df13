"""The order of the Spanish alphabet, for the database."""

from typing import Any

from django.db.models import CharField, Func, Value
from django.db.models.functions import Lower, Replace

from institution.rules.folding import AFTER_N, PLAIN

LETTERS = PLAIN | {"ñ": AFTER_N}


class Alphabetical(Func):
    """What a column is sorted by in Spanish, as `institution.rules.folding.alphabetical` says of one text.

    It is compared byte by byte, whatever the database would do with accents by itself.
    """

    template = "%(expressions)s COLLATE %(collation)s"
    output_field = CharField()

    def __init__(self, column: Any, **extra: Any):
        super().__init__(_plain(column) if isinstance(column, str) else column, **extra)

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, collation="BINARY", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, collation='"C"', **context)


def _plain(column: str) -> Lower:
    text: Any = column
    for letter, plain in LETTERS.items():
        for form in (letter, letter.upper()):
            text = Replace(text, Value(form), Value(plain))
    return Lower(text)
