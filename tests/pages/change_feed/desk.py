"""What an editor does to pages, and what the feed of changes should amount to."""

from datetime import datetime

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from pages.models import NewsIndexPage, NewsPage
from tests.factories.pages import site_tree


def publish(note: NewsPage, **fields) -> NewsPage:
    """The note as an editor publishes it again, with other values."""
    note = NewsPage.objects.get(pk=note.pk)
    for name, value in fields.items():
        setattr(note, name, value)
    note.save_revision().publish()
    return NewsPage.objects.get(pk=note.pk)


def restrict(page: Page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def other_index() -> NewsIndexPage:
    return site_tree().home.add_child(instance=NewsIndexPage(title="Archivo", slug="archivo"))


def public_now(at: datetime | None = None) -> dict[tuple[str, int], str]:
    """What the feed should amount to."""
    rows = NewsPage.objects.visible(at=at or timezone.now())
    return {("news", row.pk): f"http://testserver{row.get_url()}" for row in rows}
