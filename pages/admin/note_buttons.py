"""What a note's own menu offers beside Wagtail's."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.models import User
from pages.admin.press_link_views import may_lend
from pages.models import NewsPage


@hooks.register("register_page_header_buttons")
def lend_from_header(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    return _lend_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def lend_from_listing(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    return _lend_button(page, user)


def _lend_button(page: Page, user: User) -> Iterator[Button]:
    """Lending makes sense only while the embargo keeps a published note from the public."""
    if isinstance(page, NewsPage) and page.live and page.embargoed(at=timezone.now()) and may_lend(user, page):
        address = reverse("lend_note", args=[page.pk])
        yield Button(_("Enlace para prensa"), url=address, icon_name="link", priority=45)
