"""What notes may be asked by."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from headless.kinds import Unreadable, Vocabulary, Words
from headless.parameters import Filter, by
from headless.ranges import day_range, instant_range
from institution.models import District, OrganicUnit
from pages.api.public import used_tags
from pages.models import NewsPage, NewsTag, Topic
from search.analysis.typed import understood


def news_filters() -> list[Filter]:
    """The filters of the news, in the order in which they are told."""
    return [
        _topic(), _tag(), _district(), _unit(), *instant_range("published_at"),
        *day_range("event_date", bounds=("gte", "lte")), _words(),
    ]  # fmt: skip


def _topic() -> Filter:
    kind = Vocabulary(lambda at: Topic.objects.all(), ["slug"])
    return Filter(name="topic", kind=kind, narrow=by("topics__in"), doc=_("Tema, por su «slug»."), example="obras")


def _tag() -> Filter:
    kind, doc = Vocabulary(used_tags, ["slug", "name"]), _("Etiqueta, por su «slug» o su nombre.")
    return Filter(name="tag", kind=kind, narrow=_tagged, doc=doc, example="riego")


def _district() -> Filter:
    kind = Vocabulary(lambda at: District.objects.all(), ["ubigeo", "slug"])
    doc = _("Distrito, por su ubigeo de INEI o su «slug».")
    return Filter(name="district", kind=kind, narrow=by("district__in"), doc=doc, example="020201")


def _unit() -> Filter:
    kind, doc = Vocabulary(lambda at: OrganicUnit.objects.all(), ["code"]), _("Unidad que informa, por sus siglas.")
    return Filter(name="unit", kind=kind, narrow=by("unit__in"), doc=doc, example="OII")


def _words() -> Filter:
    doc = _("Palabras que la nota debe tener, todas. No altera el orden de la lista.")
    return Filter(name="q", kind=Words(), narrow=_about, doc=doc, example="canal de riego")


def _tagged(notes: QuerySet, tags: list[int]) -> QuerySet:
    return notes.filter(pk__in=NewsTag.objects.filter(tag__in=tags).values("content_object"))


def _about(notes: QuerySet, typed: str) -> QuerySet:
    words = understood(typed)
    if not words:
        raise Unreadable(_("no tiene ninguna palabra que buscar."))
    found = NewsPage.objects.live().search(words, operator="and", order_by_relevance=False)
    return notes.filter(pk__in=found.get_queryset().values("pk"))
