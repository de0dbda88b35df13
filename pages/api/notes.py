"""A note's row as integrators read it."""

from typing import Any

from headless.questions import Question
from institution.models import InstitutionSettings
from pages.api.pieces import piece_facts, piece_link, piece_whole
from pages.api.schemas import NewsDetail, NewsItem
from pages.models import NewsPage
from pages.reading.notes import related_notes


def write_item(note: NewsPage, question: Question) -> NewsItem:
    """A note as lists tell it."""
    return NewsItem(**_facts(note, question))


def write_detail(note: NewsPage, question: Question) -> NewsDetail:
    """A note whole, its body in the form that `body` asks for."""
    related = [piece_link(each, question) for each in related_notes(note, at=question.at)]
    return NewsDetail(**_facts(note, question), **piece_whole(note, question), related=related)


def _facts(note: NewsPage, question: Question) -> dict[str, Any]:
    institution = InstitutionSettings.load(request_or_site=question.request)
    return piece_facts(note, question) | {
        "type": "news",
        "kicker": note.kicker or None,
        "number": note.number.text if note.number else None,
        "event_date": note.event_date,
        "tags": sorted(tagged.tag.name for tagged in note.tagged_items.all()),
        "author_credit": note.author_credit or None,
        "press_contact": note.press_contact or institution.press_contact or None,
    }
