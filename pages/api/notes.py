"""A note's row as integrators read it."""

from collections.abc import Sequence
from typing import Any

from headless.questions import Question
from institution.models import InstitutionSettings
from pages.api.gathering import gathering
from pages.api.pieces import piece_facts, piece_link, piece_whole
from pages.api.schemas import NewsDetail, NewsItem
from pages.models import NewsPage
from pages.reading.related import related_to


def write_item(note: NewsPage, question: Question) -> NewsItem:
    """A note as lists tell it."""
    return NewsItem(**_facts(note, question))


def relate(notes: Sequence[NewsPage], question: Question) -> None:
    """Give each note those that go with it, for all of them at once."""
    related = related_to(notes, at=question.at)
    for note in notes:
        note.told_related = related[note.pk]


def write_detail(note: NewsPage, question: Question) -> NewsDetail:
    """A note whole, after `relate`."""
    related = [piece_link(each, question) for each in note.told_related]
    return NewsDetail(**_facts(note, question), **piece_whole(note, question), related=related)


def _facts(note: NewsPage, question: Question) -> dict[str, Any]:
    institution = InstitutionSettings.load(request_or_site=question.request)
    return (
        piece_facts(note, question)
        | gathering(note, question)
        | {
            "type": "news",
            "kicker": note.kicker or None,
            "number": note.number.text if note.number else None,
            "event_date": note.event_date,
            "tags": sorted(tagged.tag.name for tagged in note.tagged_items.all()),
            "author_credit": note.author_credit or None,
            "press_contact": note.press_contact or institution.press_contact or None,
        }
    )
