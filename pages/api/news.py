"""The news as a resource of the API."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from headless.ordering import Ordering, both_ways
from headless.resources import Expansion, Resource
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.filters import news_filters
from pages.api.gathering import GATHERING, with_gathering
from pages.api.notes import relate, write_detail, write_item
from pages.api.pieces import BY_UNIT, approved, piece_body, public, with_parts, with_relations
from pages.api.schemas import NewsDetail, NewsItem
from pages.models import NewsPage

ORDERS = ("published_at", "event_date", "title")


def news() -> Resource:
    """What the frame needs to know to serve the notes."""
    return Resource(
        name="news",
        title=_("Noticias"),
        description=_("Notas de prensa públicas, de la más reciente a la más antigua si no se pide otro orden."),
        item=NewsItem,
        detail=NewsDetail,
        public=public(NewsPage),
        embargoed=approved(NewsPage),
        drafts=drafts_of(NewsPage),
        for_list=lambda notes, at: _with_relations(notes, at).defer("body"),
        for_detail=lambda notes, at: with_parts(_with_relations(notes, at)).prefetch_related("related_notes"),
        prepare=relate,
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=news_filters(),
        orderings=both_ways(*(Ordering(name, name) for name in ORDERS)),
        default_order="-published_at",
        example=example("news"),
        body=piece_body(),
        expansions=GATHERING | BY_UNIT | {"related": Expansion(to="news")},
    )


def _with_relations(notes: QuerySet, at: datetime) -> QuerySet:
    return with_gathering(with_relations(notes), at).select_related("number").prefetch_related("tagged_items__tag")
