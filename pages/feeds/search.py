"""What is new about some words, as RSS 2.0: the newest pages that a search finds, narrowed as its address says."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionSettings
from pages.finding.asked import Asked, asked_in
from pages.finding.results import Result, results_of
from pages.models.embargo import visible_pages
from search.portal import find

NEWEST = 30


class SearchFeed(Feed):
    """The newest that anybody may see among what answers the words; empty without any."""

    language = "es-PE"
    item_guid_is_permalink = True

    def get_object(self, request: HttpRequest) -> Asked:
        self.request = request
        return asked_in(request.GET)

    def title(self, asked: Asked) -> str:
        return f"«{asked.typed}» · {InstitutionSettings.load().name}"

    def description(self, asked: Asked) -> str:
        return _("Lo nuevo del portal sobre «%(words)s»") % {"words": asked.typed}

    def link(self, asked: Asked) -> str:
        return f"{reverse('search')}?{asked.address()}"

    def items(self, asked: Asked) -> list[Result]:
        now = timezone.now()
        among = visible_pages(at=now)
        found = find(asked.typed, among=among, at=now, start=0, stop=NEWEST, narrowed=asked.narrowed, by_date=True)
        return results_of(found, at=now)

    def item_title(self, item: Result) -> str:
        return item.page.title

    def item_description(self, item: Result) -> str:
        return getattr(item.page, "summary", "") or strip_tags(item.words)

    def item_link(self, item: Result) -> str:
        return item.page.get_url(request=self.request)

    def item_guid(self, item: Result) -> str:
        return self.request.build_absolute_uri(self.item_link(item))

    def item_pubdate(self, item: Result) -> datetime | None:
        published = getattr(item.page, "published_at", None) or item.page.first_published_at
        return localtime(published) if published else None
