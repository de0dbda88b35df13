"""What notes may be asked by."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from headless.kinds import Vocabulary
from headless.parameters import Filter
from headless.ranges import day_range, instant_range
from pages.api.pieces import gathering_filters, key_filter, place_filters, topic_filter, words_filter
from pages.models import NewsPage, NewsTag


def news_filters() -> list[Filter]:
    """The filters of the news, in the order in which they are told."""
    return [
        key_filter(), topic_filter(), _tag(), *place_filters(), *instant_range("published_at"),
        *day_range("event_date", bounds=("gte", "lte")), *gathering_filters(), words_filter(NewsPage),
    ]  # fmt: skip


def used_tags(at: datetime) -> QuerySet:
    """The tags of public notes: another would tell of what is not public."""
    tagged = NewsTag.objects.filter(content_object__in=NewsPage.objects.visible(at=at))
    return Tag.objects.filter(pk__in=tagged.values("tag"))


def _tag() -> Filter:
    kind, doc = Vocabulary(used_tags, ["slug", "name"]), _("Etiqueta, por su «slug» o su nombre.")
    return Filter(name="tag", kind=kind, narrow=_tagged, doc=doc, example="riego")


def _tagged(notes: QuerySet, tags: list[int]) -> QuerySet:
    return notes.filter(pk__in=NewsTag.objects.filter(tag__in=tags).values("content_object"))
