"""The campaigns as a resource of the API."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter
from headless.questions import Question
from headless.ranges import day_range
from headless.resources import Resource
from institution.rules.lima import LIMA
from pages.api.campaign_parts import DETAIL_PARTS, prepare, write_parts
from pages.api.campaign_schemas import CampaignDetail, CampaignItem
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.gathering import GATHERED
from pages.api.pieces import (
    BY_UNIT,
    approved,
    piece_body,
    piece_facts,
    piece_filters,
    piece_whole,
    public,
    with_parts,
    with_relations,
)
from pages.enums.campaigns import CampaignState
from pages.models import CampaignPage

BOUNDS = ("gte", "lte")


def campaigns() -> Resource:
    """What the frame needs to know to serve the campaigns."""
    return Resource(
        name="campaigns",
        title=_("Campañas"),
        description=_("Campañas públicas; su estado se deduce de sus fechas el día en que se pregunta."),
        item=CampaignItem,
        detail=CampaignDetail,
        public=public(CampaignPage),
        embargoed=approved(CampaignPage),
        drafts=drafts_of(CampaignPage),
        for_list=lambda rows, at: with_relations(rows).defer("body"),
        for_detail=lambda rows, at: with_parts(rows).prefetch_related(*DETAIL_PARTS),
        prepare=prepare,
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=[
            state_filter(),
            *piece_filters(CampaignPage),
            *day_range("starts_on", bounds=BOUNDS),
            *day_range("ends_on", bounds=BOUNDS),
        ],
        orderings=both_ways(*(Ordering(name, name) for name in ("starts_on", "ends_on", "published_at", "title"))),
        default_order="-starts_on",
        example=example("campaigns"),
        body=piece_body(),
        expansions=BY_UNIT | GATHERED,
        next_change=next_change,
    )


@dataclass(frozen=True)
class StateOn:
    """A state asked for on a day; told as the state alone, so that a cursor outlives midnight."""

    state: str
    on: date

    def __str__(self) -> str:
        return self.state


class StateNow(OneOf):
    """A state, on the day of the question."""

    def read(self, text: str, *, at: datetime) -> StateOn:  # type: ignore[override]
        return StateOn(super().read(text, at=at), at.astimezone(LIMA).date())


def state_filter() -> Filter:
    """By how the campaign stands today in Lima."""
    doc = _("Estado hoy, en Lima: planificada, en curso o finalizada.")
    return Filter(name="state", kind=StateNow(CampaignState.values), narrow=_standing, doc=doc, example="running")


def next_change(at: datetime) -> datetime:
    """Midnight in Lima, when states change."""
    return datetime.combine(at.astimezone(LIMA).date() + timedelta(days=1), time.min, tzinfo=LIMA)


def write_item(campaign: CampaignPage, question: Question) -> CampaignItem:
    """A campaign as lists tell it."""
    return CampaignItem(**_facts(campaign, question))


def write_detail(campaign: CampaignPage, question: Question) -> CampaignDetail:
    """A campaign whole after `prepare`, with what gathered round it."""
    return CampaignDetail(
        **_facts(campaign, question), **piece_whole(campaign, question), **write_parts(campaign, question)
    )


def _facts(campaign: CampaignPage, question: Question) -> dict:
    return piece_facts(campaign, question) | {
        "type": "campaign",
        "state": campaign.standing(on=question.at.astimezone(LIMA).date()),
        "starts_on": campaign.starts_on,
        "ends_on": campaign.ends_on,
        "objective": campaign.objective,
        "audience": campaign.audience,
        "slogan": campaign.slogan or None,
    }


def _standing(campaigns: QuerySet, asked: StateOn) -> QuerySet:
    return campaigns.in_state(asked.state, on=asked.on)
