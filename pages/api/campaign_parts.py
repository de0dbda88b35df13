"""What a whole campaign tells beside its facts."""

from collections.abc import Sequence
from typing import Any

from headless.questions import Question
from institution.rules.lima import LIMA
from pages.api.campaign_schemas import (
    CampaignChannelAnswer,
    CampaignPieceAnswer,
    DiffusionTotal,
    PartnerAnswer,
    ResultsAnswer,
)
from pages.api.gathering import gathered_links, give_gathered
from pages.api.pictures import file, picture
from pages.enums.campaigns import CampaignState
from pages.models import CampaignPage, CampaignPiece, DiffusionEntry

DETAIL_PARTS = ("key_messages", "channels", "partners", "pieces__image__renditions", "pieces__document")


def prepare(campaigns: Sequence[CampaignPage], question: Question) -> None:
    """Give the campaigns what gathered round each, and how far it was spread: for all of them at once."""
    give_gathered(campaigns, "campaign", at=question.at)
    totals = DiffusionEntry.objects.totals_by_page([each.pk for each in campaigns])
    for each in campaigns:
        each.told_diffusion = totals.get(each.pk, {})


def write_parts(campaign: CampaignPage, question: Question) -> dict[str, Any]:
    """The fields that `CampaignDetail` adds to those of every piece."""
    return {
        "key_messages": [each.text for each in campaign.key_messages.all()],
        "channels": [
            CampaignChannelAnswer(channel=each.channel, detail=each.detail or None) for each in campaign.channels.all()
        ],
        "pieces": [_piece(each, question) for each in campaign.pieces.all() if each.may_be_seen],
        "partners": [
            PartnerAnswer(name=each.name, contribution=each.contribution or None, url=each.url or None)
            for each in campaign.partners.all()
        ],
        **gathered_links(campaign, question),
        "diffusion": [
            DiffusionTotal(channel=channel, quantity=total) for channel, total in campaign.told_diffusion.items()
        ],
        "results": _results(campaign, question),
    }


def _piece(piece: CampaignPiece, question: Question) -> CampaignPieceAnswer:
    return CampaignPieceAnswer(
        format=piece.format,
        title=piece.title,
        licence=piece.licence,
        text=piece.text or None,
        picture=picture(piece.image, question, alt=piece.text),
        file=file(piece.document, question, title=piece.title) if piece.document else None,
        url=piece.url or None,
    )


def _results(campaign: CampaignPage, question: Question) -> ResultsAnswer | None:
    ended = campaign.standing(on=question.at.astimezone(LIMA).date()) == CampaignState.ENDED
    if not (ended and campaign.has_results):
        return None
    return ResultsAnswer(
        reach=campaign.reach,
        attendance=campaign.attendance,
        materials_given=campaign.materials_given,
        source=campaign.results_source or None,
        note=campaign.closing_note or None,
    )
