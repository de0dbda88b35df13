"""From a piece back to the request that it answers."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from institution.models import User
from pages.admin.unit_requests.listing import detail_address
from pages.models import UnitRequest


@hooks.register("register_page_header_buttons")
def request_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """One entry for each request that the person may see."""
    for asked in UnitRequest.objects.seen_by(user).filter(products__page_id=page.pk).select_related("number"):
        label = _("Solicitud %(number)s") % {"number": asked.number.text}
        yield Button(label, url=detail_address(asked), icon_name="mail", priority=47)
