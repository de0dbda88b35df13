"""What gathers and what is gathered, as links: the pieces of a campaign or of a work, and the other way round."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from headless.questions import Question
from headless.resources import Expansion
from pages.api.pieces import piece_link
from pages.models import CampaignPage, PublicWorkPage
from pages.models.piece import Piece
from pages.reading.campaigns import MOST_GATHERED
from pages.reading.gathering import TYPES, newest_of_each

GATHERING = {"campaign": Expansion(to="campaigns"), "work": Expansion(to="works")}
GATHERED = {name: Expansion(to=name) for name in TYPES}


def with_gathering(pieces: QuerySet, at: datetime) -> QuerySet:
    """With the campaign and the work of each; None where it has none or nobody may see it."""
    campaigns, works = CampaignPage.objects.visible(at=at), PublicWorkPage.objects.visible(at=at)
    return pieces.prefetch_related(Prefetch("campaign", queryset=campaigns), Prefetch("work", queryset=works))


def gathering(piece: Any, question: Question) -> dict[str, Any]:
    """The fields of `GatheredItem`, after `with_gathering`."""
    links = {name: getattr(piece, name) for name in GATHERING}
    return {name: piece_link(link, question) if link else None for name, link in links.items()}


def give_gathered(pieces: Sequence[Piece], by: str, *, at: datetime) -> None:
    """Give each campaign, or each work, what says to be part of it: three queries for all of them."""
    keys = [piece.pk for piece in pieces]
    found = {name: newest_of_each(model, by, keys, at=at, most=MOST_GATHERED) for name, model in TYPES.items()}
    for piece in pieces:
        piece.told_gathered = {name: found[name].get(piece.pk, []) for name in TYPES}


def gathered_links(piece: Any, question: Question) -> dict[str, Any]:
    """The fields of `GatheredLinks`, after `give_gathered`."""
    return {name: [piece_link(each, question) for each in found] for name, found in piece.told_gathered.items()}
