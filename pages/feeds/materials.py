"""The materials as RSS 2.0, each with its first file to take away."""

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Enclosure
from django.utils.timezone import localtime

from institution.models import InstitutionSettings
from pages.listing.gathering import gathered_as_asked
from pages.models import MaterialPage

NEWEST = 30


class MaterialFeed(Feed):
    """The newest materials that anybody may see."""

    language = "es-PE"
    description = "Boletines, afiches, audios y videos para leer y compartir"
    item_guid_is_permalink = True

    def __call__(self, request, *args, **kwargs):
        self.request = request
        return super().__call__(request, *args, **kwargs)

    def title(self) -> str:
        return f"Materiales · {InstitutionSettings.load().name}"

    def link(self) -> str:
        return "/materiales/"

    def items(self) -> list[MaterialPage]:
        now = timezone.now()
        visible = gathered_as_asked(self.request, MaterialPage.objects.visible(at=now), at=now)
        return list(visible.for_cards().newest_first().prefetch_related("presentations__document")[:NEWEST])

    def item_title(self, item: MaterialPage) -> str:
        return item.title

    def item_description(self, item: MaterialPage) -> str:
        return item.summary

    def item_link(self, item: MaterialPage) -> str:
        return item.get_url(request=self.request)

    def item_guid(self, item: MaterialPage) -> str:
        return self.request.build_absolute_uri(item.get_url(request=self.request))

    def item_pubdate(self, item: MaterialPage):
        return localtime(item.published_at)

    def item_categories(self, item: MaterialPage) -> list[str]:
        return [item.get_kind_display(), *[topic.name for topic in item.topics.all()]]

    def item_enclosures(self, item: MaterialPage) -> list[Enclosure]:
        documents = [row.document for row in item.presentations.all() if row.document]
        return [
            Enclosure(self.request.build_absolute_uri(each.url), str(each.get_file_size() or 0), each.content_type)
            for each in documents[:1]
        ]
