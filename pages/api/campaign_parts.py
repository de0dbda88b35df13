"""What a whole campaign tells beside its facts."""

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
from pages.api.pictures import file, picture
from pages.api.pieces import piece_link
from pages.enums.campaigns import CampaignState
from pages.models import CampaignPage, CampaignPiece, EventPage, MaterialPage, NewsPage
from pages.reading.campaigns import MOST_GATHERED
from pages.reading.gathering import gathered

DETAIL_PARTS = ("key_messages", "channels", "partners", "pieces__image__renditions", "pieces__document")


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
        "news": _links(NewsPage, campaign, question),
        "events": _links(EventPage, campaign, question),
        "materials": _links(MaterialPage, campaign, question),
        "diffusion": [
            DiffusionTotal(channel=channel, quantity=total) for channel, total in campaign.diffusion.totals().items()
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


def _links(model: Any, campaign: CampaignPage, question: Question) -> list:
    found = gathered(model, "campaign", campaign, at=question.at)[:MOST_GATHERED]
    return [piece_link(each, question) for each in found]


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
