"""The public works as a resource of the API."""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf, Whole
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, by
from headless.ranges import instant_range
from headless.resources import Resource
from pages.api.drafts import drafts_of
from pages.api.examples import example
from pages.api.gathering import GATHERED
from pages.api.pieces import (
    BY_UNIT,
    key_filter,
    piece_body,
    place_filters,
    topic_filter,
    with_parts,
    with_relations,
    words_filter,
)
from pages.api.work_rows import prepare, write_detail, write_item
from pages.api.work_schemas import WorkDetail, WorkItem
from pages.enums import WorkModality, WorkStage
from pages.models import PublicWorkPage, WorkAdvance

ORDERS = ("published_at", "updated_at", "begins_on", "title", "physical")


def works() -> Resource:
    """What the frame needs to know to serve the works."""
    return Resource(
        name="works",
        title=_("Obras"),
        description=_("Obras públicas con su estado y su avance, de la publicada más recientemente a la más antigua."),
        item=WorkItem,
        detail=WorkDetail,
        public=lambda at: _rows(PublicWorkPage.objects.visible(at=at)),
        drafts=drafts_of(PublicWorkPage, lambda works, at: _rows(works)),
        embargoed=lambda at: _rows(PublicWorkPage.objects.approved(at=at)),
        for_list=lambda rows, at: with_relations(rows).defer("body"),
        for_detail=lambda rows, at: _whole(rows),
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug", "cui"),
        filters=_filters(),
        orderings=both_ways(*(Ordering(name, name) for name in ORDERS)),
        default_order="-published_at",
        example=example("works"),
        body=piece_body(),
        prepare=prepare,
        expansions=BY_UNIT | GATHERED,
    )


def _rows(works: QuerySet) -> QuerySet:
    """With what they may be sorted and asked by."""
    return works.with_progress().with_beginning().with_update()


def _whole(rows: QuerySet) -> QuerySet:
    advances = WorkAdvance.objects.in_force().latest_first().prefetch_related("photos__image__renditions")
    parts = ("moves", "consortium", "extensions", "programme", "photos__image__renditions")
    return with_parts(rows).prefetch_related(Prefetch("advances", queryset=advances, to_attr="told_advances"), *parts)


def _filters() -> list[Filter]:
    state, modality, year = (
        _("Estado en que está la obra."),
        _("Modalidad por la que se ejecuta la obra."),
        _("Año en que empezó o debe empezar."),
    )
    return [
        Filter(name="state", kind=OneOf(WorkStage.values), narrow=by("stage"), doc=state, example="execution"),
        Filter(
            name="modality", kind=OneOf(WorkModality.values), narrow=by("modality"), doc=modality, example="contract"
        ),
        Filter(name="year", kind=Whole(1900, 2200), narrow=by("begins_on__year"), doc=year, example=2026),
        key_filter(), topic_filter(), *place_filters(), *instant_range("published_at"), *instant_range("updated_at"),
        words_filter(PublicWorkPage),
    ]  # fmt: skip
