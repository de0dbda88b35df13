"""A block quotation → its words and who said them."""

import re
from typing import TypedDict

from bs4 import Tag

_DASH = re.compile(r"\s*[—–―-]+\s*(?=\S)")
_MARKS = (("“", "”"), ("«", "»"), ('"', '"'))


class Quote(TypedDict):
    text: str
    speaker: str
    position: str


def read_quote(element: Tag) -> Quote:
    """A last paragraph that opens with a dash is the speaker, "— Name, position"; the template sets the marks."""
    paragraphs = [" ".join(part.get_text().split()) for part in element.find_all(["p", "li"])]
    paragraphs = [part for part in paragraphs if part] or [" ".join(element.get_text(" ").split())]
    signed = len(paragraphs) > 1 and bool(_DASH.match(paragraphs[-1]))
    signature = _DASH.sub("", paragraphs.pop(), count=1) if signed else ""
    speaker, _comma, position = signature.partition(",")
    return Quote(text=_unmarked("\n\n".join(paragraphs)), speaker=speaker.strip(), position=position.strip())


def _unmarked(text: str) -> str:
    for opening, closing in _MARKS:
        inner = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inner and closing not in inner:
            return inner.strip()
    return text
