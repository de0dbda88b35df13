"""Bodies in the three forms in which they are told."""

from collections.abc import Sequence
from typing import Any

from headless.questions import Question
from pages.api.body import blocks_of
from pages.api.body_html import as_html, as_text
from pages.models.piece import Piece


def write_bodies(pieces: Sequence[Piece], question: Question, form: str) -> dict[int, Any]:
    """Each piece's body by primary key: `html`, `blocks` or `text`."""
    told = blocks_of(pieces, question)
    if form == "blocks":
        return dict(told)
    html = {key: as_html(blocks) for key, blocks in told.items()}
    return html if form == "html" else {key: as_text(each) for key, each in html.items()}
