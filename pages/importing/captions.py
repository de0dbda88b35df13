"""Which paragraphs are the captions of pictures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from bs4 import NavigableString, Tag

from pages.importing.cleaning import PICTURE_SCHEME
from pages.importing.flow import has_picture

_LABEL = re.compile(
    r"\s*(?:fotos?|fotograf[ií]as?|leyenda|pie de foto)(?:\s*(?:n\.?\s*[°º]\.?)?\s*\d{1,2})?\s*:\s*", re.I
)
_MAX_CAPTION = 400


@dataclass
class Captioned:
    """`body` without its captions; `by_picture` the caption of each key; `loose` those no picture precedes."""

    body: list[Tag] = field(default_factory=list)
    by_picture: dict[str, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)


def pair_captions(elements: Sequence[Tag], *, photos_beside: int) -> Captioned:
    """A paragraph right after a picture is its caption if in italics, of that style, or opening with "Foto:".

    As many captions as pictures in a row go one to each; fewer, to the last of them.
    "Foto:" lines elsewhere are loose: captions, in order, of the photographs beside the file, as many as there are.
    """
    result = Captioned()
    at = 0
    while at < len(elements):
        row = _row_of_pictures(elements, at) or [elements[at]]
        keys = [key for element in row if ends_with_picture(element) for key in picture_keys(element)]
        captions = _captions_from(elements, at + len(row), at_most=len(keys))
        result.by_picture |= dict(zip(keys[len(keys) - len(captions) :], captions, strict=True))
        if is_labelled(row[0]) and len(result.loose) < photos_beside:
            result.loose.append(caption_text(row[0]))
        else:
            result.body.extend(row)
        at += len(row) + len(captions)
    for image in (image for element in result.body for image in element.find_all("img", title=True)):
        # Markdown writes the caption inside the picture: ![alt](file "caption")
        result.by_picture.setdefault(_key(image), str(image["title"]))
    return result


def _row_of_pictures(elements: Sequence[Tag], start: int) -> list[Tag]:
    """The elements from `start` on, as long as they end with a picture."""
    following = (elements[at] for at in range(start, len(elements)))
    return list(takewhile(ends_with_picture, following))


def _captions_from(elements: Sequence[Tag], start: int, *, at_most: int) -> list[str]:
    row = takewhile(is_caption, elements[start : start + at_most])
    return [caption_text(element) for element in row]


def picture_keys(element: Tag) -> list[str]:
    """The keys of the pictures inside an element, in order."""
    return [_key(image) for image in element.find_all("img")]


def _key(image: Tag) -> str:
    return str(image["src"]).removeprefix(PICTURE_SCHEME)


def is_caption(element: Tag) -> bool:
    text = element.get_text()
    if element.name != "p" or not text.strip() or len(text) > _MAX_CAPTION or has_picture(element):
        return False
    return "caption" in (element.get("class") or []) or bool(_LABEL.match(text)) or _is_italic(element)


def caption_text(element: Tag) -> str:
    return " ".join(_LABEL.sub("", element.get_text(), count=1).split())


def is_labelled(element: Tag) -> bool:
    """True for "Foto: …", "Foto N.° 2: …", "Pie de foto: …"."""
    return element.name == "p" and len(element.get_text()) <= _MAX_CAPTION and bool(_LABEL.match(element.get_text()))


def _is_italic(element: Tag) -> bool:
    return all(string.find_parent("i") for string in element.strings if string.strip())


def ends_with_picture(element: Tag) -> bool:
    """True when no words follow the last picture of an element."""
    for part in reversed(list(element.descendants)):
        if isinstance(part, Tag) and part.name == "img":
            return True
        if isinstance(part, NavigableString) and part.strip():
            return False
    return False
