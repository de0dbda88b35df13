"""Rich text as clean HTML that reads the same anywhere."""

from collections.abc import Iterable
from urllib.parse import urljoin

import nh3
from bs4 import BeautifulSoup, Tag

from headless.questions import Question
from institution.models import InstitutionDocument
from pages.models.embargo import visible_pages

TAGS = {"h2", "h3", "h4", "p", "b", "strong", "i", "em", "ul", "ol", "li", "a", "blockquote", "hr", "br"}
SCHEMES = {"http", "https", "mailto", "tel"}

Links = dict[tuple[str, int], str]


def link_addresses(sources: Iterable[str], question: Question) -> Links:
    """Where the inner links of several rich texts lead, in two queries; one to what isn't public leads nowhere."""
    asked = {_inner(link) for source in sources for link in _inner_links(_soup(source))}
    pages = visible_pages(at=question.at).filter(pk__in=[key for kind, key in asked if kind == "page"])
    documents = InstitutionDocument.objects.filter(pk__in=[key for kind, key in asked if kind == "document"])
    addresses = {("page", page.pk): page.get_url(question.request) for page in pages}
    addresses |= {("document", document.pk): document.url for document in documents}
    return {link: address for link, address in addresses.items() if address}


def clean_html(source: str, links: Links, *, base: str) -> str:
    """Stored rich text as HTML with links made absolute from `base`, without classes, styles or scripts.

    The words of a link that leads nowhere stay.
    """
    soup = _soup(source)
    for link in _inner_links(soup):
        if address := links.get(_inner(link)):
            link.attrs = {"href": address}
        else:
            link.unwrap()
    return nh3.clean(
        str(soup),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        attribute_filter=lambda _tag, _name, value: _joined(base, value),
        link_rel=None,
    )


def _soup(source: str) -> BeautifulSoup:
    return BeautifulSoup(source, "html.parser")


def _inner_links(soup: BeautifulSoup) -> list[Tag]:
    return soup.find_all("a", linktype=True)


def _inner(link: Tag) -> tuple[str, int]:
    key = str(link.get("id", ""))
    return str(link["linktype"]), int(key) if key.isascii() and key.isdecimal() and len(key) < 19 else 0


def _joined(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address)
    except ValueError:
        return None
