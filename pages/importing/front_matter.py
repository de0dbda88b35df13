"""The lines `key: value` between two `---` at the top of a Markdown file, in Spanish or English."""

import re

from pages.importing.names import fold

MAX_LINES = 40

_FIELD_OF = {
    "title": "title",
    "titulo": "title",
    "titular": "title",
    "kicker": "kicker",
    "volanta": "kicker",
    "summary": "summary",
    "bajada": "summary",
    "date": "date",
    "fecha": "date",
    "author": "author",
    "autor": "author",
    "autora": "author",
    "place": "place",
    "lugar": "place",
    "number": "number",
    "numero": "number",
}
_RULE = re.compile(r"-{3,}\s*")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Fields by their English name, and the text below them. Unknown keys are skipped.

    Text whose head is not all `key: value` lines has no front matter and comes back whole.
    """
    lines = text.lstrip("\n").split("\n")
    end = _closing_rule(lines)
    pairs = [line.partition(":") for line in lines[1:end] if line.strip()]
    if not pairs or not all(colon and key.strip() for key, colon, _value in pairs):
        return {}, text
    known = {_FIELD_OF.get(fold(key)): _unquote(value) for key, _colon, value in pairs}
    return {key: value for key, value in known.items() if key}, "\n".join(lines[end + 1 :])


def _closing_rule(lines: list[str]) -> int:
    """Where the second `---` is; 0 when the file does not open with one or never closes it."""
    if not _RULE.fullmatch(lines[0]):
        return 0
    return next((at for at, line in enumerate(lines[1 : MAX_LINES + 2], 1) if _RULE.fullmatch(line)), 0)


def _unquote(value: str) -> str:
    bare = " ".join(value.split())
    return bare[1:-1] if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" else bare
