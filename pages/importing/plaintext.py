"""Plain text files → HTML: paragraphs between blank lines, the first line set apart as the title's place."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from pages.importing.decoding import decode
from pages.importing.note import Manuscript
from pages.importing.typed_bullets import starts_with_bullet

_ALONE = re.compile(r"\s*(?:fotos?|leyenda|nota de prensa|fecha)\b.{0,20}?[:°º]", re.IGNORECASE)


def read(data: bytes) -> Manuscript:
    """The text as HTML paragraphs. Raises UnreadableNote.

    Lines of one paragraph are joined, as editors wrap them, except at the head, in lists and in captions.
    A file without any blank line has one paragraph a line, as the Notepad leaves it.
    """
    chunks = list(_chunks(decode(data)))
    paragraphs = list(chunks[0]) if chunks else []
    for chunk in chunks[1:]:
        paragraphs.extend(_join_wrapped(chunk))
    return Manuscript(html="".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs))


def _chunks(text: str) -> Iterator[list[str]]:
    for blank, lines in groupby(text.split("\n"), key=lambda line: not line.strip()):
        if not blank:
            yield [line.strip() for line in lines]


def _join_wrapped(lines: list[str]) -> list[str]:
    joined = lines[:1]
    for line in lines[1:]:
        if starts_with_bullet(line) or _ALONE.match(line) or _ALONE.match(joined[-1]):
            joined.append(line)
        else:
            joined[-1] += f" {line}"
    return joined
