"""A clean tree → its elements in reading order, tables used for layout opened up."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

_TABLE_PARTS = {"table", "thead", "tbody", "tr", "td", "th"}
_INLINE = {"a", "b", "i", "span", "img"}


def flow(tree: Tag) -> Iterator[Tag]:
    """Paragraphs, headings, lists, quotes, rules and data tables, each with words or a picture in it.

    Loose words become paragraphs. A table of one cell, or with pictures or tables inside, only arranges
    the page: its cells' content flows in their place.
    """
    loose: list[str] = []
    for child in tree.children:
        if _is_inline(child):
            loose.append(_markup(child))
            continue
        yield from _paragraph(loose)
        loose = []
        if isinstance(child, Tag):
            yield from flow(child) if _is_opened(child) else _kept(child)
    yield from _paragraph(loose)


def has_picture(element: Tag) -> bool:
    return element.name == "img" or element.find("img") is not None


def _is_inline(child: PageElement) -> bool:
    return isinstance(child, NavigableString) or (isinstance(child, Tag) and child.name in _INLINE)


def _markup(child: PageElement) -> str:
    return child.output_ready(formatter="minimal") if isinstance(child, NavigableString) else str(child)


def _paragraph(loose: list[str]) -> Iterator[Tag]:
    if loose:
        paragraph = BeautifulSoup(f"<p>{''.join(loose)}</p>", "html.parser").p
        yield from _kept(paragraph) if paragraph else ()


def _kept(element: Tag) -> Iterator[Tag]:
    if element.name == "hr" or element.get_text(strip=True) or has_picture(element):
        yield element


def _is_opened(element: Tag) -> bool:
    if element.name == "table":
        return len(element.find_all(["td", "th"])) < 2 or element.find(["img", "table"]) is not None
    return element.name in _TABLE_PARTS
