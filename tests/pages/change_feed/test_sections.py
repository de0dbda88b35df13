"""What is done to a section (moved, private, deleted) is told of all that hangs from it."""

import pytest
from wagtail.models import Page

from headless.models import PublicItem
from tests.factories.pages import draft_note, published_note, site_tree
from tests.headless.feed import read, rebuilt, told
from tests.pages.change_feed.desk import other_index, public_now, publish, restrict

pytestmark = pytest.mark.django_db


def test_a_note_made_private_is_gone_and_comes_back_with_its_privacy_lifted(client):
    note = published_note()
    restrict(note).delete()
    assert [kind for _id, kind in told(read(client)[0])] == ["created", "unpublished", "created"]


def test_a_private_parent_takes_its_notes_away_and_what_was_published_below_comes_with_it(client):
    tree, first = site_tree(), published_note()
    restriction = restrict(tree.index)
    second = published_note()
    assert told(read(client)[0]) == [(first.pk, "created"), (first.pk, "unpublished")]
    restriction.delete()
    assert told(read(client)[0])[2:] == [(first.pk, "created"), (second.pk, "created")]


def test_a_private_section_that_is_deleted_tells_of_nothing_in_it(client):
    drafts = [draft_note() for _ in range(3)]
    section = other_index()
    restrict(section)
    for draft in drafts:
        draft.move(section, pos="last-child")
        publish(draft)
    Page.objects.get(pk=section.pk).delete()
    assert read(client)[0] == []


def test_a_note_moved_to_a_private_section_is_gone(client):
    note, section = published_note(), other_index()
    restrict(section)
    note.move(section, pos="last-child")
    assert [kind for _id, kind in told(read(client)[0])] == ["created", "unpublished"]


def test_a_note_moved_to_another_section_has_another_address(client):
    note, section = published_note(slug="nota"), other_index()
    note.move(section, pos="last-child")
    changes, _next = read(client)
    assert told(changes)[1:] == [(note.pk, "moved")]
    assert changes[-1]["url"] == "http://testserver/archivo/nota/"


def test_reordering_tells_nothing(client):
    notes = [published_note() for _ in range(2)]
    _changes, cursor = read(client)
    Page.objects.get(pk=notes[1].pk).move(site_tree().index, pos="first-child")
    assert read(client, cursor)[0] == []


def test_what_hangs_from_a_section_moves_with_it(client):
    notes, section = [published_note() for _ in range(3)], site_tree().index
    _changes, cursor = read(client)
    section.slug = "prensa"
    section.save_revision().publish()
    assert told(read(client, cursor)[0]) == [(note.pk, "moved") for note in notes]
    assert rebuilt(read(client)[0]) == public_now()
    _changes, cursor = read(client)
    Page.objects.get(pk=section.pk).move(other_index(), pos="last-child")
    assert told(read(client, cursor)[0]) == [(note.pk, "moved") for note in notes]
    assert rebuilt(read(client)[0]) == public_now()


def test_publishing_a_section_again_tells_nothing_of_what_hangs_from_it(client):
    published_note()
    _changes, cursor = read(client)
    site_tree().index.save_revision().publish()
    assert read(client, cursor)[0] == []
    assert not PublicItem.objects.filter(due_at__isnull=False).exists()


def test_notes_deleted_with_their_section_leave_their_tombstones(client):
    notes = [published_note() for _ in range(3)]
    Page.objects.get(pk=site_tree().index.pk).delete()
    changes, _next = read(client)
    assert sorted(told(changes)[3:]) == [(note.pk, "deleted") for note in notes]
