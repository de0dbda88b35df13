from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index


class NewsIndexPage(Page):
    """The list of notes at `/noticias/`, with its filters in the address."""

    intro = models.CharField(_("presentación"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    max_count = 1
    template = "pages/news_index.html"

    class Meta:
        verbose_name = _("listado de noticias")
        verbose_name_plural = _("listados de noticias")

    def get_context(self, request, *args, **kwargs):
        from pages.listing import news_listing

        context = super().get_context(request, *args, **kwargs)
        return context | {"listing": news_listing(request.GET, at=timezone.now())}

    def get_sitemap_urls(self, request=None):
        latest = self._latest_change(timezone.now())
        return [entry | {"lastmod": latest or entry["lastmod"]} for entry in super().get_sitemap_urls(request)]

    def _latest_change(self, at: datetime) -> datetime | None:
        from pages.models.news import NewsPage

        return NewsPage.objects.visible(at=at).aggregate(latest=models.Max("last_published_at"))["latest"]
