"""A column without accents or capitals, as `institution.rules.folding.folded` says of one text, for the database."""

from typing import Any

from django.db.backends.signals import connection_created
from django.db.models import CharField, Func
from django.db.models.functions import Cast

from institution.rules.folding import PLAIN, folded

FUNCTION = "portal_folded"
LETTERS = PLAIN | {"ñ": "n"}
FROM = "".join(form for letter in LETTERS for form in (letter, letter.upper()))
TO = "".join(plain * 2 for plain in LETTERS.values())


class Folded(Func):
    """The column, to look in it for what people type. SQLite is given our own function; PostgreSQL knows enough."""

    arity = 1
    output_field = CharField()

    def __init__(self, column: str, **extra: Any):
        super().__init__(Cast(column, CharField()), **extra)

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function=FUNCTION, **context)

    def as_postgresql(self, compiler, connection, **context):
        template = f"LOWER(TRANSLATE(%(expressions)s, '{FROM}', '{TO}'))"
        return self.as_sql(compiler, connection, template=template, **context)


def connect() -> None:
    """Give each connection to SQLite the function as it opens."""
    connection_created.connect(_add_function, dispatch_uid=FUNCTION)


def _add_function(sender: Any, connection: Any, **kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function(FUNCTION, 1, _folded, deterministic=True)


def _folded(text: object) -> str | None:
    return None if text is None else folded(text)
