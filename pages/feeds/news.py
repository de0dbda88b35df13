"""The news as RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1."""

import json
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed, rfc3339_date
from django.utils.html import strip_tags
from django.utils.timezone import localtime

from institution.models import InstitutionSettings
from pages.cuts import first_cut
from pages.listing.gathering import gathered_as_asked
from pages.models import NewsPage

NEWEST = 30


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        document = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(document, ensure_ascii=False).encode(encoding))

    @staticmethod
    def _item(item: dict) -> dict:
        written = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "summary": strip_tags(item["description"]),
            "content_html": item["content"] or item["description"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "tags": list(item["categories"]),
        }
        return written | ({"image": item["enclosures"][0].url} if item["enclosures"] else {})


class NewsFeed(Feed):
    """The newest notes that anybody may see."""

    feed_type = Rss201rev2Feed
    language = "es-PE"

    def __call__(self, request, *args, **kwargs):
        self.request = request
        return super().__call__(request, *args, **kwargs)

    def title(self) -> str:
        return f"Noticias · {InstitutionSettings.load().name}"

    def description(self) -> str:
        return f"Notas de prensa de la {InstitutionSettings.load().office_name}"

    subtitle = description

    def link(self) -> str:
        return "/noticias/"

    def items(self) -> list[NewsPage]:
        now = timezone.now()
        notes = gathered_as_asked(self.request, NewsPage.objects.visible(at=now), at=now)
        return list(notes.for_cards().newest_first()[:NEWEST])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.summary

    def item_extra_kwargs(self, item: NewsPage) -> dict:
        return {"content": None}

    def item_link(self, item: NewsPage) -> str:
        return item.get_url(request=self.request)

    def item_guid(self, item: NewsPage) -> str:
        return self.request.build_absolute_uri(item.get_url(request=self.request))

    item_guid_is_permalink = True

    def item_pubdate(self, item: NewsPage) -> datetime:
        return localtime(item.published_at)

    def item_updateddate(self, item: NewsPage) -> datetime:
        return localtime(max(item.last_published_at, item.published_at))

    def item_author_name(self, item: NewsPage) -> str:
        return item.author_credit

    def item_categories(self, item: NewsPage) -> list[str]:
        return [topic.name for topic in item.topics.all()]

    def item_enclosures(self, item: NewsPage) -> list[Enclosure]:
        rendition = first_cut(item.lead_photo, "feed")
        if rendition is None:
            return []
        return [Enclosure(self.request.build_absolute_uri(rendition.url), str(rendition.file.size), "image/jpeg")]


class NewsAtomFeed(NewsFeed):
    """The same in Atom."""

    feed_type = Atom1Feed
    subtitle = NewsFeed.description


class NewsJsonFeed(NewsFeed):
    """The same in JSON Feed."""

    feed_type = JsonFeed
