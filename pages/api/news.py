"""The news as a resource of the API."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf
from headless.ordering import Ordering, both_ways
from headless.parameters import Parameter
from headless.resources import Resource
from pages.api.filters import news_filters
from pages.api.notes import write_detail, write_item
from pages.api.public import next_embargo_end, public_notes
from pages.api.schemas import NewsDetail, NewsItem

BODIES = ("html", "blocks", "text", "none")
ORDERS = ("published_at", "event_date", "title")


def news() -> Resource:
    """What the frame needs to know to serve the notes."""
    return Resource(
        name="news",
        title=_("Noticias"),
        description=_("Notas de prensa públicas, de la más reciente a la más antigua si no se pide otro orden."),
        item=NewsItem,
        detail=NewsDetail,
        public=public_notes,
        for_list=lambda notes: _with_relations(notes).defer("body"),
        for_detail=_with_relations,
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=news_filters(),
        orderings=both_ways(*(Ordering(name, name) for name in ORDERS)),
        default_order="-published_at",
        detail_parameters=[_body_form()],
        next_change=next_embargo_end,
    )


def _body_form() -> Parameter:
    doc = _("Forma del cuerpo: HTML limpio, bloques con tipo, texto plano o ninguna.")
    return Parameter(name="body", kind=OneOf(BODIES), doc=doc, default="html")


def _with_relations(notes: QuerySet) -> QuerySet:
    return notes.select_related("lead_photo", "district", "unit", "number").prefetch_related(
        "topics", "tagged_items__tag", "lead_photo__renditions"
    )
