"""A bulletin as its readers meet it, on the web and on paper: sections of articles made from public notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from pages.documents.note_data import place_of
from pages.documents.rich_text import as_data
from pages.models import BulletinNote, MaterialPage, NewsPage


@dataclass(frozen=True)
class Article:
    """A note as this bulletin tells it; `paragraphs` is empty when only its summary is printed."""

    note: NewsPage
    headline: str
    summary: str
    dateline: str
    paragraphs: list[dict[str, Any]]

    @property
    def anchor(self) -> str:
        return f"nota-{self.note.pk}"


@dataclass
class Section:
    """Articles that go together; without title when the editor named no section."""

    title: str
    articles: list[Article] = field(default_factory=list)


@dataclass(frozen=True)
class Edition:
    """A whole bulletin, but for what the institution prints on all of them."""

    editorial: list[dict[str, Any]]
    editorial_by: str
    sections: list[Section]

    @property
    def articles(self) -> list[Article]:
        return [article for section in self.sections for article in section.articles]


def edition_of(bulletin: MaterialPage, *, at: datetime) -> Edition:
    """The bulletin with the notes that anybody may read at `at`; of the others not even the headline is told."""
    rows = list(bulletin.bulletin_notes.all())
    public = NewsPage.objects.visible(at=at).filter(pk__in=[row.note_id for row in rows]).for_cards()
    notes = {note.pk: note for note in public}
    return Edition(as_data(bulletin.editorial), bulletin.editorial_by, _sections(rows, notes))


def _sections(rows: Iterable[BulletinNote], notes: dict[int, NewsPage]) -> list[Section]:
    """A row without section goes with the one before it, even when that one's note can't be read."""
    sections: list[Section] = []
    title = ""
    for row in rows:
        title = row.section or title
        if row.note_id not in notes:
            continue
        if not sections or sections[-1].title != title:
            sections.append(Section(title))
        sections[-1].articles.append(_article(row, notes[row.note_id]))
    return sections


def _article(row: BulletinNote, note: NewsPage) -> Article:
    day = date_format(localtime(note.published_at), "DATE_FORMAT") if note.published_at else ""
    return Article(
        note=note,
        headline=row.headline or note.title,
        summary=row.summary or note.summary,
        dateline=" · ".join(part for part in (place_of(note), day) if part),
        paragraphs=list(_paragraphs(note)) if row.is_whole else [],
    )


def _paragraphs(note: NewsPage) -> Iterator[dict[str, Any]]:
    """The words of the note's texts and quotes; read raw, since going through the blocks would fetch their pictures."""
    for block in note.body.raw_data:
        if block["type"] == "text":
            yield from as_data(block["value"])
        elif block["type"] == "quote":
            yield {"kind": "quote", "level": 0, "runs": [], **_quote(block["value"])}


def _quote(value: dict[str, str]) -> dict[str, str]:
    said_by = ", ".join(part for part in (value.get("speaker"), value.get("position")) if part)
    return {"text": value.get("text", ""), "by": said_by}
