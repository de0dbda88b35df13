"""The links of what is published: those inside the portal, and those that lead to other sites."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from institution.models import InstitutionDocument, InstitutionImage
from pages.enums import LinkFault
from pages.models.embargo import visible_pages

LONGEST = 500
FILES = (InstitutionImage, InstitutionDocument)
SCHEMES = ("http://", "https://")


@dataclass(frozen=True)
class PageLinks:
    """Where the bodies of a page lead: to rows of the portal, by model and key, and to addresses of other sites."""

    page: int
    inside: frozenset[tuple[type, str]]
    outside: tuple[str, ...]


def published_links(*, at: datetime) -> Iterator[PageLinks]:
    """The links of each page that anybody may see, the most recent page first."""
    pages = visible_pages(at=at).specific().order_by("-last_published_at", "-pk").iterator(chunk_size=100)
    for page in pages:
        bodies = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
        values = [(field, getattr(page, field.name)) for field in bodies]
        inside = {
            (model, str(key)) for field, value in values for model, key, *_where in field.extract_references(value)
        }
        outside = dict.fromkeys(each for _field, value in values for each in _addresses(value.get_prep_value()))
        yield PageLinks(page.pk, frozenset(inside), tuple(each for each in outside if len(each) <= LONGEST))


def broken_inside(links: list[PageLinks], *, at: datetime) -> Iterator[tuple[int, str, LinkFault]]:
    """Page, target and fault of each link to a page, picture or document of ours that nobody can reach."""
    reachable = {model: _keys(model.objects) for model in FILES} | {Page: _keys(visible_pages(at=at))}
    for each in links:
        for model, key in sorted(each.inside, key=str):
            known = next((kind for kind in reachable if issubclass(model, kind)), None)
            if known and key not in reachable[known]:
                target = _("%(kind)s n.º %(key)s") % {"kind": known._meta.verbose_name, "key": key}
                yield each.page, target, LinkFault.HIDDEN_PAGE if known is Page else LinkFault.MISSING_FILE


def _keys(rows: Any) -> set[str]:
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _addresses(value: Any) -> Iterator[str]:
    """The addresses of other sites in the raw value of a body, in rich text or alone."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _addresses(each)
    elif isinstance(value, str) and value.startswith(SCHEMES):
        yield value.strip()
    elif isinstance(value, str) and "<a " in value:
        links = BeautifulSoup(value, "html.parser").find_all("a", href=True)
        yield from (str(link["href"]) for link in links if str(link["href"]).startswith(SCHEMES))
