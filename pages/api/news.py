"""The news as a resource of the API."""

from datetime import datetime

from django.db.models import Min, QuerySet
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from headless.kinds import OneOf, Unreadable, Vocabulary, Words
from headless.moments import Day, Instant
from headless.ordering import Ordering, both_ways
from headless.parameters import Filter, Parameter, by
from headless.resources import Resource
from institution.models import District, OrganicUnit
from pages.api.notes import write_detail, write_item
from pages.api.schemas import NewsDetail, NewsItem
from pages.models import NewsPage, NewsTag, Topic
from search.analysis.typed import understood

BODIES = ("html", "blocks", "text", "none")


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
        filters=(*_vocabulary_filters(), *_publication_filters(), *_event_filters(), _search_filter()),
        orderings=both_ways(
            Ordering("published_at", "published_at"), Ordering("event_date", "event_date"), Ordering("title", "title")
        ),
        default_order="-published_at",
        detail_parameters=(_body_parameter(),),
        next_change=next_embargo_end,
    )


def public_notes(at: datetime) -> QuerySet:
    """The notes that anybody may see at an instant, also when the job that takes expired ones down is late."""
    return NewsPage.objects.visible(at=at).exclude(expire_at__lte=at)


def next_embargo_end(at: datetime) -> datetime | None:
    """When the next published note comes out of its embargo."""
    return NewsPage.objects.live().filter(embargo_until__gt=at).aggregate(next=Min("embargo_until"))["next"]


def used_tags(at: datetime) -> QuerySet:
    """The tags of public notes: another would tell of what is not public."""
    return Tag.objects.filter(pk__in=NewsTag.objects.filter(content_object__in=public_notes(at)).values("tag"))


def _with_relations(notes: QuerySet) -> QuerySet:
    return notes.select_related("lead_photo", "district", "unit", "number").prefetch_related(
        "topics", "tagged_items__tag", "lead_photo__renditions"
    )


def _vocabulary_filters() -> list[Filter]:
    return [
        Filter(
            name="topic", kind=Vocabulary(lambda at: Topic.objects.all(), ["slug"]), narrow=by("topics__in"),
            doc=_("Tema, por su «slug»."), example="obras",
        ),
        Filter(
            name="tag", kind=Vocabulary(used_tags, ["slug", "name"]), narrow=_tagged,
            doc=_("Etiqueta, por su «slug» o su nombre."), example="riego",
        ),
        Filter(
            name="district", kind=Vocabulary(lambda at: District.objects.all(), ["ubigeo", "slug"]),
            narrow=by("district__in"), doc=_("Distrito, por su ubigeo de INEI o su «slug»."), example="020201",
        ),
        Filter(
            name="unit", kind=Vocabulary(lambda at: OrganicUnit.objects.all(), ["code"]), narrow=by("unit__in"),
            doc=_("Unidad que informa, por sus siglas."), example="OII",
        ),
    ]  # fmt: skip


def _publication_filters() -> list[Filter]:
    bounds = {
        "gte": (False, _("Publicadas en este momento o después. Una fecha sola cuenta desde su primer instante.")),
        "gt": (True, _("Publicadas después de este momento. Una fecha sola excluye ese día.")),
        "lte": (True, _("Publicadas en este momento o antes. Una fecha sola incluye todo ese día.")),
        "lt": (False, _("Publicadas antes de este momento. Una fecha sola excluye ese día.")),
    }
    return [
        Filter(
            name=f"published_at__{bound}", kind=Instant(end_of_day), narrow=by(f"published_at__{bound}"), doc=doc,
            example="2026-07-28",
        )
        for bound, (end_of_day, doc) in bounds.items()
    ]  # fmt: skip


def _event_filters() -> list[Filter]:
    bounds = {"gte": _("Con el hecho en este día o después."), "lte": _("Con el hecho en este día o antes.")}
    return [
        Filter(
            name=f"event_date__{bound}", kind=Day(), narrow=by(f"event_date__{bound}"), doc=doc, example="2026-07-28"
        )
        for bound, doc in bounds.items()
    ]


def _search_filter() -> Filter:
    doc = _("Palabras que la nota debe tener, todas. No altera el orden de la lista.")
    return Filter(name="q", kind=Words(), narrow=_about, doc=doc, example="canal de riego")


def _body_parameter() -> Parameter:
    doc = _("Forma del cuerpo: HTML limpio, bloques con tipo, texto plano o ninguna.")
    return Parameter(name="body", kind=OneOf(BODIES), doc=doc, default="html")


def _tagged(notes: QuerySet, tags: list[int]) -> QuerySet:
    return notes.filter(pk__in=NewsTag.objects.filter(tag__in=tags).values("content_object"))


def _about(notes: QuerySet, typed: str) -> QuerySet:
    words = understood(typed)
    if not words:
        raise Unreadable(_("no tiene ninguna palabra que buscar."))
    found = NewsPage.objects.live().search(words, operator="and", order_by_relevance=False)
    return notes.filter(pk__in=found.get_queryset().values("pk"))
