"""A query string as it came: Django's own reading would mend bad bytes and hide them."""

import unicodedata
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from headless.problem_types import UNREADABLE_QUERY
from headless.problems import Problem

MOST_FIELDS = 60


def pairs(query_string: str) -> list[tuple[str, str]]:
    """Names and values in order. Raises Problem for bytes that aren't UTF-8, control characters or over 60 fields.

    `query_string` is WSGI's: each of its characters stands for a byte (PEP 3333).
    """
    try:
        found = parse_qsl(query_string, keep_blank_values=True, encoding="latin-1", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Problem(UNREADABLE_QUERY, _("La dirección lleva demasiados parámetros.")) from error
    return [(_text(name), _text(value)) for name, value in found]


def _text(characters: str) -> str:
    try:
        text = characters.encode("latin-1").decode()
    except UnicodeError as error:
        raise Problem(UNREADABLE_QUERY, _("Escriba los parámetros en UTF-8.")) from error
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise Problem(UNREADABLE_QUERY, _("Quite de los parámetros los caracteres de control."))
    return text
