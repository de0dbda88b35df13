"""Rich text as a flat list of paragraphs made of runs, which any document can be set from."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag

HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4}
BLOCKS = ("p", "li", "blockquote", *HEADINGS)


@dataclass
class Run:
    """Words in one style; `link` is an address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass
class Paragraph:
    """`kind` is p, heading, item or numbered; `level` is a heading's or a list's depth."""

    kind: str
    level: int = 0
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())


def paragraphs(html: str) -> list[Paragraph]:
    """The paragraphs of clean rich text, in reading order, without the empty ones."""
    soup = BeautifulSoup(html, "html.parser")
    found = [_paragraph(tag) for tag in soup.find_all(BLOCKS) if not tag.find_parent(("p", "blockquote"))]
    return [paragraph for paragraph in found if paragraph.text]


def as_data(html: str) -> list[dict]:
    """The same, as plain dictionaries for a template."""
    return [asdict(paragraph) for paragraph in paragraphs(html)]


def _paragraph(tag: Tag) -> Paragraph:
    kind, level = "p", 0
    if tag.name in HEADINGS:
        kind, level = "heading", HEADINGS[tag.name]
    elif tag.name == "li":
        lists = tag.find_parents(("ol", "ul"))
        kind = "numbered" if lists and lists[0].name == "ol" else "item"
        level = max(1, len(lists))
    return Paragraph(kind, level, list(_runs(tag, Run(""))))


def _runs(tag: Tag, style: Run) -> Iterator[Run]:
    for child in tag.children:
        if isinstance(child, NavigableString):
            yield Run(str(child), style.bold, style.italic, style.link)
        elif isinstance(child, Tag) and child.name not in ("ul", "ol"):
            yield from _runs(child, _styled(child, style))


def _styled(tag: Tag, style: Run) -> Run:
    return Run(
        "",
        style.bold or tag.name in ("b", "strong"),
        style.italic or tag.name in ("i", "em"),
        str(tag.get("href", "")) if tag.name == "a" else style.link,
    )
