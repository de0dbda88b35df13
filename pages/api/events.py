"""The events as a resource of the API, their dates expanded between two instants."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from headless.kinds import OneOf
from headless.moments import Instant
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, Parameter, by
from headless.resources import Resource
from pages.api.drafts import drafts_of
from pages.api.event_answers import write_detail, write_item
from pages.api.event_schemas import EventDetail, EventItem
from pages.api.examples import example
from pages.api.gathering import GATHERING, with_gathering
from pages.api.pieces import BY_UNIT, gathering_filters, piece_body, piece_filters, with_parts, with_relations
from pages.enums import EventKind, EventModality, EventState
from pages.models import EventPage, Occurrence

FROM = _("Las que siguen o empiezan en este momento o después. Una fecha sola cuenta desde su primer instante.")
TO = _("Las que empiezan en este momento o antes. Una fecha sola incluye todo ese día.")
EXAMPLE = "2026-12-31"


def events() -> Resource:
    """What the frame needs to know to serve the events."""
    return Resource(
        name="events",
        title=_("Eventos"),
        description=_(
            "Eventos públicos. Sin otro orden van primero los que vienen, del más próximo al más lejano, y al final "
            "los ya realizados."
        ),
        item=EventItem,
        detail=EventDetail,
        public=lambda at: _rows(EventPage.objects.visible(at=at), at),
        drafts=drafts_of(EventPage, _rows),
        embargoed=lambda at: _rows(EventPage.objects.approved(at=at), at),
        for_list=lambda rows, at: _with_relations(rows, at).defer("body"),
        for_detail=lambda rows, at: with_parts(_with_relations(rows, at)).prefetch_related("producers"),
        write_item=write_item,
        write_detail=write_detail,
        keys=("pk", "slug"),
        filters=[*_between(), *_own_filters(), *gathering_filters(), *piece_filters(EventPage)],
        orderings=both_ways(*(Ordering(name, name) for name in ("starts_at", "published_at", "title"))),
        default_order="starts_at",
        example=example("events"),
        own_parameters=[_as_parameter(each) for each in _between()],
        body=piece_body(),
        expansions=GATHERING | BY_UNIT,
        lasting=False,
    )


def _rows(events: QuerySet, at: datetime) -> QuerySet:
    """With the start of the next time of each, none when it is over."""
    return events.annotate(starts_at=_first(at))


def _first(start: datetime) -> Subquery:
    times = Occurrence.objects.filter(event=OuterRef("pk"), ends_at__gt=start)
    return Subquery(times.order_by("starts_at").values("starts_at")[:1])


def _with_relations(rows: QuerySet, at: datetime) -> QuerySet:
    related = with_gathering(with_relations(rows), at).select_related("status")
    return related.prefetch_related("occurrences", "dates", "date_exceptions")


def _between() -> list[Filter]:
    """By when they take place; `from` is read before `to`, which looks at the first time after it."""
    return [
        Filter(name="from", kind=Instant(), narrow=_since, doc=FROM, example="2026-12-01"),
        Filter(name="to", kind=Instant(end_of_day=True), narrow=by("starts_at__lte"), doc=TO, example=EXAMPLE),
    ]


def _since(rows: QuerySet, start: datetime) -> QuerySet:
    return rows.annotate(starts_at=_first(start)).filter(starts_at__isnull=False)


def _own_filters() -> list[Filter]:
    return [
        _word("kind", EventKind.values, "kind", _("Clase de evento."), "fair"),
        _word("modality", EventModality.values, "modality", _("Presencial, virtual o mixta."), "in_person"),
        _word("state", EventState.values, "status__state", _("Confirmado, postergado o cancelado."), "postponed"),
    ]


def _word(name: str, choices: list[str], column: str, doc, example: str) -> Filter:
    return Filter(name=name, kind=OneOf(choices), narrow=by(column), doc=doc, example=example)


def _as_parameter(each: Filter) -> Parameter:
    return Parameter(name=each.name, kind=each.kind, doc=each.doc, example=each.example)
