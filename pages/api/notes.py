"""A note's row as integrators read it."""

from datetime import datetime

from headless.moments import LIMA
from headless.questions import Question
from institution.models import InstitutionSettings
from pages.api.block_schemas import Block, PictureAnswer
from pages.api.body import body_blocks
from pages.api.body_html import as_html, as_text
from pages.api.pictures import file, picture
from pages.api.schemas import (
    DistrictAnswer,
    NewsDetail,
    NewsItem,
    NewsLink,
    PlaceAnswer,
    TopicAnswer,
    UnitAnswer,
)
from pages.models import NewsPage
from pages.reading import related_notes


def write_item(note: NewsPage, question: Question) -> NewsItem:
    """A note as lists tell it."""
    return NewsItem(**_facts(note, question))


def write_detail(note: NewsPage, question: Question) -> NewsDetail:
    """A note whole, its body in the form that `body` asks for."""
    attachments = note.attachments.select_related("document")
    return NewsDetail(
        **_facts(note, question),
        body=_body(note, question),
        attachments=[file(each.document, question, title=each.title) for each in attachments],
        related=_related(note, question),
    )


def _facts(note: NewsPage, question: Question) -> dict:
    institution = InstitutionSettings.load(request_or_site=question.request)
    return {
        "id": note.pk,
        "type": "news",
        "slug": note.slug,
        "url": question.absolute(note.get_url(question.request)),
        "title": note.title,
        "kicker": note.kicker or None,
        "summary": note.summary,
        "number": note.number.text if note.number else None,
        "published_at": _in_lima(note.published_at),
        "updated_at": _in_lima(max(filter(None, (note.last_published_at, note.published_at)), default=None)),
        "event_date": note.event_date,
        "place": _place(note),
        "unit": UnitAnswer(code=note.unit.code, name=note.unit.name) if note.unit else None,
        "topics": [TopicAnswer(slug=topic.slug, name=topic.name) for topic in note.topics.all()],
        "tags": sorted(tagged.tag.name for tagged in note.tagged_items.all()),
        "lead_photo": _lead_photo(note, question),
        "author_credit": note.author_credit or None,
        "press_contact": note.press_contact or institution.press_contact or None,
    }


def _place(note: NewsPage) -> PlaceAnswer:
    district = note.district
    return PlaceAnswer(
        district=DistrictAnswer(ubigeo=district.ubigeo, name=district.name) if district else None,
        locality=note.locality or None,
    )


def _lead_photo(note: NewsPage, question: Question) -> PictureAnswer | None:
    if note.lead_photo is None:
        return None
    return picture(
        note.lead_photo,
        question,
        alt=note.lead_photo_alt or note.lead_photo.description,
        caption=note.lead_photo_caption,
        credit=note.lead_photo_credit,
    )


def _body(note: NewsPage, question: Question) -> str | list[Block] | None:
    form = question.values["body"]
    if form == "none":
        return None
    blocks = body_blocks(note, question)
    if form == "blocks":
        return blocks
    return as_html(blocks) if form == "html" else as_text(as_html(blocks))


def _related(note: NewsPage, question: Question) -> list[NewsLink]:
    return [_link(each, question) for each in related_notes(note, at=question.at)]


def _link(note: NewsPage, question: Question) -> NewsLink:
    return NewsLink(
        id=note.pk,
        slug=note.slug,
        url=question.absolute(note.get_url(question.request)),
        title=note.title,
        published_at=_in_lima(note.published_at),
    )


def _in_lima(instant: datetime | None) -> datetime | None:
    return instant.astimezone(LIMA) if instant else None
