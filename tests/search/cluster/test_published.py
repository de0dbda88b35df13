"""What an editor publishes or withdraws is searched in the cluster a second later, through Wagtail's own search."""

import time

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page

from pages.models import NewsPage
from search.analysis.thesaurus import Thesaurus
from search.engines.cluster.filling import refill
from search.engines.cluster.following import waiting
from search.engines.cluster.telling import tell_what_waits
from search.engines.sqlite import SqliteEngine
from search.finding import Finder
from search.models import ClusterIndex
from search.portal import find
from tests.factories.pages import published_note
from tests.search.test_hostile_queries import HOSTILE
from tests.servers import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]


@pytest.fixture
def clustered(servers, alias, search_node, settings, tree) -> None:
    """The portal with the session's node for its engine."""
    settings.SEARCH_CLUSTER = {"URLS": [search_node.url], "ALIAS": alias, "TIMEOUT": 10, "CA": ""}
    settings.SEARCH_ENGINE = "opensearch"
    refill(servers, alias, at=timezone.now(), progress=lambda done, total: None)


def seen(words: str) -> list[str]:
    """The titles of the notes that anybody finds."""
    return [note.title for note in NewsPage.objects.live().search(words)]


def become(titles: list[str], *, within: float = 3) -> None:
    """Wait until these are what is found about ditches."""
    until = time.monotonic() + within
    while seen("acequias") != titles:
        assert time.monotonic() < until, seen("acequias")
        time.sleep(0.1)


def test_a_note_is_found_when_published_and_not_when_withdrawn(clustered, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        note = published_note(title="Limpieza de la acequia de Coris")
    assert waiting() == 0
    become(["Limpieza de la acequia de Coris"])
    with django_capture_on_commit_callbacks(execute=True):
        note.unpublish()
    assert seen("acequias") == []


def test_what_was_published_while_it_was_down_is_found_at_once_in_the_database_and_later_in_the_cluster(
    clustered, settings, search_node, django_capture_on_commit_callbacks
):
    up = settings.SEARCH_CLUSTER
    settings.SEARCH_CLUSTER = up | {"URLS": [f"http://127.0.0.1:{free_port()}"]}
    with django_capture_on_commit_callbacks(execute=True):
        published_note(title="Limpieza de la acequia de Coris")
    assert waiting() > 0
    assert seen("acequias") == ["Limpieza de la acequia de Coris"]
    tell_what_waits(timezone.now())
    assert waiting() > 0
    settings.SEARCH_CLUSTER = up
    tell_what_waits(timezone.now())
    assert waiting() == 0
    become(["Limpieza de la acequia de Coris"])


def test_people_are_told_when_the_database_answers_for_the_cluster(clustered, settings, client):
    published_note(title="Limpieza de la acequia de Coris")
    asked = {"among": Page.objects.live(), "at": timezone.now(), "start": 0, "stop": 10}
    assert not find("acequia", **asked).reduced
    settings.SEARCH_CLUSTER = settings.SEARCH_CLUSTER | {"URLS": [f"http://127.0.0.1:{free_port()}"]}
    found = find("acequia", **asked)
    assert (found.total, found.reduced) == (1, True)
    page = client.get("/buscar/", {"q": "acequia"}).content.decode()
    assert "El buscador está en mantenimiento" in page
    assert "Limpieza de la acequia de Coris" in strip_tags(page)


def test_nothing_that_is_typed_makes_the_cluster_refuse(clustered, servers, alias, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        published_note(title="Agua potable en el sector 1")
    servers.refresh(alias)
    asked = {"among": Page.objects.live(), "at": timezone.now(), "start": 0, "stop": 10}
    for typed in HOSTILE:
        found = find(typed, **asked)
        assert not found.reduced, typed
        assert found.total == find(typed, **asked, using=Finder(SqliteEngine(), Thesaurus([]))).total, typed


def test_until_a_cluster_is_filled_the_database_answers(clustered):
    published_note(title="Limpieza de la acequia de Coris")
    ClusterIndex.objects.all().delete()
    assert seen("acequias") == ["Limpieza de la acequia de Coris"]


def test_without_a_cluster_publishing_asks_nothing_of_it(tree, django_capture_on_commit_callbacks, caplog):
    ClusterIndex.objects.create(name="de-antes", begun_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        published_note(title="Limpieza de la acequia de Coris")
    tell_what_waits(timezone.now())
    assert caplog.text == ""
