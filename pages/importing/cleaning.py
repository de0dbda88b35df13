"""HTML of any origin → a safe, shallow tree; and the last cleaning of what a text block keeps."""

import re
import unicodedata

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

from pages.importing import limits
from pages.importing.decoding import too_long

TEXT_TAGS = frozenset({"h2", "h3", "h4", "p", "b", "i", "ul", "ol", "li", "a", "hr"})
LINK_SCHEMES = {"http", "https", "mailto", "tel"}
PICTURE_SCHEME = "picture:"
PARAGRAPH_ROLES = {"title", "subtitle", "kicker", "caption"}

_TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td"}
_KNOWN_TAGS = {*TEXT_TAGS, *_TABLE_TAGS, "h1", "h5", "h6", "strong", "em", "blockquote", "img", "span"}
_SPANS = {"colspan", "rowspan"}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "title"}, "td": _SPANS, "th": _SPANS}
_PLAIN_NAMES = {"strong": "b", "em": "i"}
# Control characters, marks that turn the reading direction, zero-width spaces, soft hyphens, halves of pairs.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACE = re.compile(r"(?:\s|&nbsp;)+")
_BLOCK = "p|li|ul|ol|h[2-4]"
_AFTER_TAG = re.compile(rf"(</?(?:{_BLOCK})>|<hr>) +")
_BEFORE_CLOSING = re.compile(rf" +(</(?:{_BLOCK})>|<(?:ul|ol)>)")
_DOUBLED_AT_TAG = re.compile(r" (</?[bi]>) ")
_EMPTY = re.compile(r"<(p|li|ul|ol|h[2-4]|b|i|a)(?: [^>]*)?>\s*</\1>")


def tidy(html: str) -> BeautifulSoup:
    """A tree of known tags only, MAX_HTML_DEPTH deep (bodies of tables apart), one space between words, no line breaks.

    Scripts, styles and their text are gone, as are links and pictures of schemes not allowed.
    Raises UnreadableNote above MAX_HTML_CHARACTERS of markup or MAX_TEXT_CHARACTERS of text.
    """
    if len(html) > limits.MAX_HTML_CHARACTERS:
        raise too_long()
    shallow = BeautifulSoup(unicodedata.normalize("NFC", _UNSEEN.sub("", html)), "html.parser")
    _flatten_below(shallow, limits.MAX_HTML_DEPTH)
    soup = BeautifulSoup(_SPACE.sub(" ", _clean_known(_break_lines(shallow))), "html.parser")
    if len(soup.get_text()) > limits.MAX_TEXT_CHARACTERS:
        raise too_long()
    for tag in soup.find_all(["strong", "em", "a", "img"]):
        tag.name = _plain_name(tag)
    return soup


def _plain_name(tag: Tag) -> str:
    """b for strong, i for em; a link that leads nowhere or a picture not taken from the file is mere words."""
    if tag.name == "a":
        scheme = str(tag.get("href", "")).casefold().partition(":")[0]
        return "a" if scheme in LINK_SCHEMES else "span"
    if tag.name == "img":
        return "img" if str(tag.get("src", "")).startswith(PICTURE_SCHEME) else "span"
    return _PLAIN_NAMES[tag.name]


def clean_text(html: str) -> str:
    """What a text block may hold: TEXT_TAGS, links of LINK_SCHEMES, nothing empty."""
    clean = nh3.clean(
        html, tags=set(TEXT_TAGS), attributes={"a": {"href"}}, url_schemes=LINK_SCHEMES, link_rel=None,
        url_relative="deny",
    )  # fmt: skip
    spaced = _DOUBLED_AT_TAG.sub(r"\1 ", _SPACE.sub(" ", clean))
    return _without_empty(_BEFORE_CLOSING.sub(r"\1", _AFTER_TAG.sub(r"\1", spaced))).strip()


def _without_empty(html: str) -> str:
    before = None
    while before != html:
        before, html = html, _EMPTY.sub("", html)
    return html


def _clean_known(html: str) -> str:
    return nh3.clean(
        html, tags=_KNOWN_TAGS, attributes=_ATTRIBUTES, url_schemes={*LINK_SCHEMES, "picture"}, link_rel=None,
        url_relative="deny", allowed_classes={"p": PARAGRAPH_ROLES, "span": {"caps"}},
    )  # fmt: skip


def _flatten_below(soup: BeautifulSoup, depth: int) -> None:
    """Turns what lies deeper into its text: cleaning takes time squared in the depth, walking takes stack."""
    waiting: list[tuple[Tag, int]] = [(soup, 0)]
    while waiting:
        tag, level = waiting.pop()
        if level == depth:
            tag.string = tag.get_text(" ")
        else:
            waiting.extend((child, level + 1) for child in tag.children if isinstance(child, Tag))


def _break_lines(soup: BeautifulSoup) -> str:
    """The markup with each line break a new paragraph, or a space where a paragraph cannot be broken."""
    for line_break in soup.find_all("br"):
        around = line_break.find_parent(["p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"])
        if around is None or around.name != "p" or around.get("class"):
            line_break.name = "span"
            line_break.append(NavigableString(" "))
    return re.sub(r"(?:<br/>\s*)+", "</p><p>", str(soup))
