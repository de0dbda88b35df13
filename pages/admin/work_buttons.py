"""What a work's own menu offers beside Wagtail's, where it leads, and what is warned after its form is kept."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.models import User
from pages.actions.work_moves import may_record
from pages.admin.work_facts import AdvanceView, CorrectionView, MoveView
from pages.models import PublicWorkPage
from pages.rules.coordinates import coordinate_warning


@hooks.register("register_page_header_buttons")
def facts_from_header(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    return _fact_buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def facts_from_listing(page: Page, user: User, next_url: str | None = None) -> Iterator[Button]:
    return _fact_buttons(page, user)


@hooks.register("register_admin_urls")
def fact_addresses() -> list[URLPattern]:
    """The screens that hang from a work."""
    return [
        path("obras/<int:pk>/estado/", MoveView.as_view(), name="move_work"),
        path("obras/<int:pk>/avance/", AdvanceView.as_view(), name="record_work_advance"),
        path("obras/avances/<int:pk>/corregir/", CorrectionView.as_view(), name="correct_work_advance"),
    ]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_coordinates(request: HttpRequest, page: Page) -> None:
    """A point outside Peru is kept as it was typed, and said to be so."""
    if not isinstance(page, PublicWorkPage):
        return
    if warning := coordinate_warning(page.latitude, page.longitude):
        messages.warning(request, warning)


def _fact_buttons(page: Page, user: User) -> Iterator[Button]:
    if not isinstance(page, PublicWorkPage) or not may_record(user, page):
        return
    offered = [
        ("record_work_advance", _("Registrar avance"), "history"),
        ("move_work", _("Cambiar estado"), "arrow-right"),
    ]
    for priority, (name, label, icon) in enumerate(offered, start=46):
        yield Button(label, url=reverse(name, args=[page.pk]), icon_name=icon, priority=priority)
