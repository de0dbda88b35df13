"""The news as a resource of the API."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from headless.ordering import Ordering, both_ways
from headless.resources import Resource
from pages.api.filters import news_filters
from pages.api.notes import write_detail, write_item
from pages.api.pieces import body_form, next_embargo_end, public, with_relations
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
        for_list=lambda notes: _with_relations(notes).defer("body"),
        for_detail=_with_relations,
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=news_filters(),
        orderings=both_ways(*(Ordering(name, name) for name in ORDERS)),
        default_order="-published_at",
        detail_parameters=[body_form()],
        next_change=next_embargo_end(NewsPage),
    )


def _with_relations(notes: QuerySet) -> QuerySet:
    return with_relations(notes).select_related("number").prefetch_related("tagged_items__tag")
