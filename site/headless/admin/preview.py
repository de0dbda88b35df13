"""From the editor to a site elsewhere that shows the draft, where one is configured."""

from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from headless.previews import preview_token
from headless.resources import Resource, offered
from institution.models import User


def previewed_as(page: Page) -> Resource | None:
    """The resource that shows drafts of that type of page."""
    return next((each for each in offered() if each.drafts and isinstance(page, each.drafts.model)), None)


@never_cache
def open_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Send who edits the page, with a token made now, to the site that shows its latest saved draft."""
    page = get_object_or_404(Page, pk=pk).specific
    resource = previewed_as(page)
    if not settings.HEADLESS_PREVIEW_URL or resource is None or not resource.drafts.may_edit(request.user, page):
        raise PermissionDenied
    token = preview_token(resource=resource, key=page.pk, by=request.user)
    return HttpResponseRedirect(settings.HEADLESS_PREVIEW_URL.replace("{token}", token))


@hooks.register("register_admin_urls")
def preview_address() -> list[URLPattern]:
    return [path("vista-externa/<int:pk>/", open_preview, name="external_preview")]


@hooks.register("register_page_header_buttons")
def preview_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Where a site elsewhere is configured, the way to see the draft in it."""
    resource = previewed_as(page) if settings.HEADLESS_PREVIEW_URL else None
    if resource and resource.drafts.may_edit(user, page):
        new_tab = {"target": "_blank", "rel": "noreferrer"}
        yield Button(
            _("Ver el borrador en la otra web"),
            url=reverse("external_preview", args=[page.pk]), icon_name="view", priority=46, attrs=new_tab,
        )  # fmt: skip
