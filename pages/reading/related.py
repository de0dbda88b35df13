"""The notes that go with a note: those that the editor chose, then the newest that share a topic."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from pages.models.news import NewsPage

MOST = 4
BESIDE = 1  # the note itself, which shares its own topics


def related_to(notes: Sequence[NewsPage], *, at: datetime) -> dict[int, list[NewsPage]]:
    """Up to four visible notes for each, by its primary key, in a number of queries that doesn't grow with them."""
    chosen = _chosen(notes)
    alike = _newest_by_topic(notes, at)
    wanted = {key for keys in (*chosen.values(), *alike.values()) for key in keys}
    visible = NewsPage.objects.visible(at=at).for_cards().newest_first().in_bulk(list(wanted))
    return {note.pk: _of(note, chosen[note.pk], alike, visible) for note in notes}


def _of(
    note: NewsPage, chosen: Iterable[int], alike: dict[int, list[int]], visible: dict[int, NewsPage]
) -> list[NewsPage]:
    first = _newest(visible[key] for key in chosen if key in visible)[:MOST]
    topics = [topic.pk for topic in note.topics.all()]
    taken = {note.pk, *(each.pk for each in first)}
    others = {key for topic in topics for key in alike.get(topic, ()) if key in visible and key not in taken}
    return [*first, *_newest(visible[key] for key in others)[: MOST - len(first)]]


def _newest(notes: Iterable[NewsPage]) -> list[NewsPage]:
    return sorted(notes, key=lambda note: (note.published_at is not None, note.published_at, note.pk), reverse=True)


def _chosen(notes: Sequence[NewsPage]) -> dict[int, list[int]]:
    """What the editor chose, in a draft that is not saved too."""
    return {note.pk: [each.note_id for each in note.related_notes.all() if each.note_id != note.pk] for note in notes}


def _newest_by_topic(notes: Sequence[NewsPage], at: datetime) -> dict[int, list[int]]:
    """The newest visible notes of each topic of those notes: as many as any of them could need."""
    topics = {topic.pk for note in notes for topic in note.topics.all()}
    newest = [F("newspage__published_at").desc(nulls_last=True), F("newspage").desc()]
    place = Window(RowNumber(), partition_by="topic", order_by=newest)
    visible = NewsPage.objects.visible(at=at).values("pk")
    told = NewsPage.topics.through.objects.filter(topic__in=topics, newspage__in=visible).annotate(place=place)
    found: dict[int, list[int]] = {}
    for topic, key in told.filter(place__lte=2 * MOST + BESIDE).values_list("topic", "newspage"):
        found.setdefault(topic, []).append(key)
    return found
