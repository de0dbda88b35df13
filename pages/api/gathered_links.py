"""What a campaign or a work gathers, as links."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from headless.questions import Question
from headless.resources import Expansion
from pages.api.pieces import piece_link
from pages.models import EventPage, MaterialPage, NewsPage
from pages.models.piece import Piece
from pages.reading.gathered import newest_gathered

MODELS = {"news": NewsPage, "events": EventPage, "materials": MaterialPage}
GATHERED = {name: Expansion(to=name) for name in MODELS}


def give_gathered(pieces: Sequence[Piece], by: str, *, at: datetime) -> None:
    """Give each campaign, or each work, what says to be part of it: three queries for all of them."""
    keys = [piece.pk for piece in pieces]
    found = {name: newest_gathered(model, by, keys, at=at) for name, model in MODELS.items()}
    for piece in pieces:
        piece.told_gathered = {name: found[name].get(piece.pk, []) for name in MODELS}


def gathered_links(piece: Any, question: Question) -> dict[str, Any]:
    """The fields of `GatheredLinks`, after `give_gathered`."""
    return {name: [piece_link(each, question) for each in found] for name, found in piece.told_gathered.items()}
