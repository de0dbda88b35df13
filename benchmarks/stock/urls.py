"""Our addresses, Wagtail's API v2 and a plain view."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.fields import ImageRenditionField

from headless.images import SIZES
from pages.models import NewsPage

# What ours tells of a note, as far as v2 can: its own fields, related rows, and the lead photo in the same sizes.
FIELDS = """
    kicker summary published_at event_date locality author_credit unit district topics tags lead_photo lead_photo_alt
    lead_photo_caption body attachments related_notes corrections campaign work
"""
NewsPage.api_fields = [APIField(name) for name in FIELDS.split()] + [
    APIField(f"photo_{name}", serializer=ImageRenditionField(size.spec, source="lead_photo"))
    for name, size in SIZES.items()
]

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("plain", plain), path("stock/", router.urls), path("", include("config.urls"))]
