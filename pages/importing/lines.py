"""The elements of a page → the lines the headline rules judge."""

from collections.abc import Sequence

from bs4 import Tag

from pages.importing.captions import ends_with_picture, is_caption, is_labelled
from pages.importing.flow import has_picture
from pages.importing.headline import Line, Role
from pages.importing.typed_bullets import starts_with_bullet

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_STYLED = {role.value: role for role in (Role.TITLE, Role.SUBTITLE, Role.KICKER)}


def as_lines(elements: Sequence[Tag]) -> list[Line]:
    """Only paragraphs and headings can be part of a headline; pictures, their captions and the rest are OTHER."""
    after_picture = [False, *(ends_with_picture(element) for element in elements)]
    return [
        _line(element, captioned=after and is_caption(element))
        for element, after in zip(elements, after_picture, strict=False)
    ]


def _line(element: Tag, *, captioned: bool) -> Line:
    text = element.get_text()
    return Line(
        text=text,
        role=Role.OTHER if captioned or is_labelled(element) else _role(element, text),
        marked=_all_within(element, ["b", "i"]),
        capitals=_in_capitals(text) or _all_within(element, ["span"], style="caps"),
    )


def _role(element: Tag, text: str) -> Role:
    if has_picture(element):
        return Role.OTHER if text.strip() else Role.PICTURE
    if element.name in _HEADINGS:
        return Role.HEADING
    if element.name != "p" or starts_with_bullet(text):
        return Role.OTHER
    style = next(iter(element.get("class") or []), "")
    return Role.OTHER if style == "caption" else _STYLED.get(style, Role.PLAIN)


def _all_within(element: Tag, names: list[str], *, style: str | None = None) -> bool:
    words = [string for string in element.strings if string.strip()]
    return bool(words) and all(string.find_parent(names, class_=style) for string in words)


def _in_capitals(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 3 and text.upper() == text
