"""Everything can be analysed anew while it is searched, and what was cut off goes on from where it was."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from pages.models import NewsPage
from search.index import rebuilding
from search.index.rebuilding import analyse_all
from search.models import IndexedDocument, Rebuild
from tests.factories.pages import draft_note
from tests.servers import free_port

pytestmark = pytest.mark.django_db


class CutOff(Exception):
    """Somebody stopped it."""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(rebuilding, "ANALYSED_AT_ONCE", 2)


@pytest.fixture
def notes(tree) -> list[NewsPage]:
    """Five notes, of which the index has lost everything."""
    notes = [draft_note(title=f"Acequia {number}") for number in range(5)]
    IndexedDocument.objects.all().delete()
    return notes


def analysed(**options) -> list[tuple[int, int]]:
    """Analyse all, and tell what progress was told."""
    told: list[tuple[int, int]] = []
    analyse_all(at=timezone.now(), progress=lambda done, total: told.append((done, total)), **options)
    return told


def kept() -> int:
    """How many notes the index has."""
    return IndexedDocument.objects.filter(kind="pages.newspage").count()


def cut_off_after(notes_kept: int) -> None:
    """Analyse until so many notes are in the index."""

    def progress(done: int, total: int) -> None:
        if kept() >= notes_kept:
            raise CutOff

    with pytest.raises(CutOff):
        analyse_all(at=timezone.now(), progress=progress)


def test_what_the_index_lost_is_found_again(notes):
    assert list(NewsPage.objects.search("acequia")) == []
    told = analysed()
    assert {note.pk for note in NewsPage.objects.search("acequia")} == {note.pk for note in notes}
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] == IndexedDocument.objects.count()


def test_what_is_there_no_more_is_forgotten(notes):
    analysed()
    NewsPage.objects.filter(pk=notes[0].pk)._raw_delete("default")
    IndexedDocument.objects.create(kind="de.antes", object_id=1)
    analysed()
    assert kept() == 4
    assert not IndexedDocument.objects.filter(kind="de.antes").exists()


def test_cut_off_it_goes_on_from_where_it_was(notes):
    cut_off_after(2)
    kept_then = kept()
    IndexedDocument.objects.filter(kind="pages.newspage").delete()
    told = analysed()
    assert told[0][0] > 0
    assert kept() == 5 - kept_then
    assert not Rebuild.objects.exists()


def test_told_to_restart_it_begins_from_nothing(notes):
    cut_off_after(2)
    IndexedDocument.objects.all().delete()
    assert analysed(restart=True)[0][0] == 0
    assert kept() == 5


def test_the_command_says_how_far_it_is(notes, capsys):
    call_command("rebuild_search")
    told = capsys.readouterr().out
    assert "Analizados: 0 de" in told
    assert "(100 %)" in told
    assert kept() == 5


def test_a_cluster_that_is_down_is_told_and_the_database_is_complete(notes, settings):
    settings.SEARCH_CLUSTER = settings.SEARCH_CLUSTER | {"URLS": [f"http://127.0.0.1:{free_port()}"]}
    settings.SEARCH_ENGINE = "opensearch"
    with pytest.raises(CommandError, match="seguirá desde donde quedó"):
        call_command("rebuild_search")
    assert kept() == 5
