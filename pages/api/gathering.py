"""The campaign and the work of which a piece is part, as links."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from headless.questions import Question
from headless.resources import Expansion
from pages.api.pieces import piece_link
from pages.models import CampaignPage, PublicWorkPage
from pages.models.piece import Piece

GATHERING = {"campaign": Expansion(to="campaigns"), "work": Expansion(to="works")}


def with_gathering(pieces: QuerySet, at: datetime) -> QuerySet:
    """With the campaign and the work of each; None where it has none or nobody may see it."""
    campaigns, works = CampaignPage.objects.visible(at=at), PublicWorkPage.objects.visible(at=at)
    return pieces.prefetch_related(Prefetch("campaign", queryset=campaigns), Prefetch("work", queryset=works))


def gathering(piece: Piece, question: Question) -> dict[str, Any]:
    """The fields of `Gathered`."""
    return {
        name: piece_link(link, question) if (link := getattr(piece, name)) else None for name in ("campaign", "work")
    }
