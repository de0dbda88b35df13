"""What the portal's templates ask for beside their context: where one is, where one can go, how it is told."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.paginator import Page as ResultPage
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.models import Page

from institution.models import InstitutionSettings, TermOfGovernment
from institution.rules.tree import Node
from pages.rules.terms import term_of

register = template.Library()

REVISED_AFTER = timedelta(minutes=1)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing of the sprite that says nothing to screen readers: the words beside it do."""
    return format_html(
        '<svg class="icon" width="20" height="20" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("portal/icons.svg"),
        name,
    )


@register.simple_tag
def theme_url(institution: InstitutionSettings) -> str:
    """The stylesheet of the institution's colours; its address changes when they do."""
    colours = f"{institution.primary_colour}{institution.accent_colour}"
    return f"{reverse('theme_css')}?v={hashlib.sha256(colours.encode()).hexdigest()[:10]}"


@register.simple_tag(takes_context=True)
def absolute(context: template.Context, address: str | None) -> str:
    """The whole address, with scheme and host, of a path of this site; an absolute one stays."""
    return context["request"].build_absolute_uri(address or context["request"].path)


@register.simple_tag(takes_context=True)
def canonical(context: template.Context) -> str:
    """The one address of what is shown: without filters or tracking, with the number of the page of a list."""
    request: HttpRequest = context["request"]
    page = context.get("page")
    address = (page.get_url(request) if page else None) or request.path
    number = request.GET.get("pagina", "")
    return request.build_absolute_uri(f"{address}?pagina={number}" if number.isdecimal() and number != "1" else address)


@register.simple_tag(takes_context=True)
def trail(context: template.Context, page: Page, through: bool = False) -> list[dict[str, str]]:
    """The pages above this one (and itself with `through`), from the home page down, in one query."""
    above = page.get_ancestors(inclusive=through).filter(depth__gt=1) if page.path else []
    steps = [{"title": each.title, "url": each.get_url(context["request"]) or "/"} for each in above]
    return [*home_trail(), *steps[1:]] if steps else []


@register.simple_tag
def home_trail() -> list[dict[str, str]]:
    """The trail of what hangs from the home page without being a page of the tree."""
    return [{"title": _("Inicio"), "url": "/"}]


@register.simple_tag(takes_context=True)
def menu_links(context: template.Context, entries: Any) -> list[dict[str, Any]]:
    """The entries of a menu that lead somewhere, with the one where the reader is marked; two queries at most."""
    request: HttpRequest = context["request"]
    links = []
    for entry in entries.select_related("page"):
        address = entry.url or (entry.page.get_url(request) if entry.page.live else None)
        if address:
            here = address != "/" and request.path.startswith(address)
            links.append({"title": entry.title, "url": address, "current": here})
    return links


@register.inclusion_tag("pages/parts/pagination.html")
def pagination(results: ResultPage, query: str = "") -> dict[str, Any]:
    """Links to the pages of a list; `query` is what else the address asks for."""
    numbers = results.paginator.get_elided_page_range(results.number, on_each_side=1, on_ends=1)
    return {"results": results, "numbers": list(numbers), "prefix": f"?{query}&" if query else "?"}


@register.simple_tag(takes_context=True)
def share_links(context: template.Context, page: Page) -> list[dict[str, str]]:
    """Addresses that share the page without any script of the networks."""
    address = context["request"].build_absolute_uri(page.get_url(context["request"]))
    whatsapp = urlencode({"text": f"{page.title} {address}"})
    facebook = urlencode({"u": address})
    x = urlencode({"text": page.title, "url": address})
    return [
        {"icon": "whatsapp", "name": "WhatsApp", "url": f"https://wa.me/?{whatsapp}"},
        {"icon": "facebook", "name": "Facebook", "url": f"https://www.facebook.com/sharer/sharer.php?{facebook}"},
        {"icon": "x", "name": "X", "url": f"https://x.com/intent/post?{x}"},
    ]


@register.simple_tag(takes_context=True)
def edit_url(context: template.Context) -> str:
    """Where the reader may edit this page; empty for whoever may not.

    Who brings no session is not asked for it, so that what visitors see can be cached for all of them.
    """
    request, page = context.get("request"), context.get("page")
    if request is None or page is None or not page.pk or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    allowed = request.user.has_perm("wagtailadmin.access_admin") and page.permissions_for_user(request.user).can_edit()
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if allowed else ""


@register.simple_tag
def term_at(instant: datetime | None) -> TermOfGovernment | None:
    """The administration that governed when something was published."""
    return TermOfGovernment.objects.at(localdate(instant)).first() if instant else None


@register.simple_tag(takes_context=True)
def past_term(context: template.Context, page: Page) -> TermOfGovernment | None:
    """The administration that the piece belongs to, once it is over; the terms are asked for once a page."""
    instant = getattr(page, "belongs_at", None)
    return term_of(instant, context.get("past_terms") or ()) if instant else None


@register.simple_tag
def revised_at(page: Page) -> datetime | None:
    """When the page was published again after it first was; None while it wasn't."""
    first, latest = page.first_published_at, page.last_published_at
    public_since = getattr(page, "published_at", None) or first
    if not (first and latest and public_since) or latest - first <= REVISED_AFTER:
        return None
    return latest if latest - public_since > REVISED_AFTER else None


@register.filter
def height(node: Node) -> int:
    """How many levels hang from a node of a tree."""
    return 1 + max(map(height, node.children)) if node.children else 0
