"""Which notes the API may tell of, and until when that holds."""

from datetime import datetime

from django.db.models import Min, QuerySet
from taggit.models import Tag

from pages.models import NewsPage, NewsTag


def public_notes(at: datetime) -> QuerySet:
    """The notes that anybody may see at an instant."""
    return NewsPage.objects.visible(at=at)


def next_embargo_end(at: datetime) -> datetime | None:
    """When the next published note comes out of its embargo."""
    return NewsPage.objects.live().filter(embargo_until__gt=at).aggregate(next=Min("embargo_until"))["next"]


def used_tags(at: datetime) -> QuerySet:
    """The tags of public notes: another would tell of what is not public."""
    return Tag.objects.filter(pk__in=NewsTag.objects.filter(content_object__in=public_notes(at)).values("tag"))
