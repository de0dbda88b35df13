"""The portal's map for crawlers."""

from django.utils import timezone
from wagtail.contrib.sitemaps import Sitemap

from pages.models.embargo import visible_pages


class PublicSitemap(Sitemap):
    """Every page that anybody may see, of whatever type."""

    def items(self):
        root = self.get_wagtail_site().root_page
        return (
            visible_pages(at=timezone.now())
            .descendant_of(root, inclusive=True)
            .order_by("path")
            .defer_streamfields()
            .specific()
        )
