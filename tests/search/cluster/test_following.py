"""What is published, changed or withdrawn reaches the cluster: at once, in order, and after it was down."""

import time

import pytest
from django.db import transaction
from django.utils import timezone

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.filling import copied, refill
from search.engines.cluster.following import catch_up, waiting
from search.engines.cluster.servers import OpenSearchServers
from search.engines.matches import Unavailable
from search.engines.tree import Sequence
from search.index.keeping import forget
from search.models import ClusterIndex
from tests.search.cluster.documents import NOTE, found, kept
from tests.servers import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]

WATER = Sequence(("agu",))


@pytest.fixture
def index(servers, alias) -> ClusterIndex:
    """An index that serves, with a document about water."""
    kept(1, "Agua potable")
    return refill(servers, alias, at=timezone.now(), progress=lambda done, total: None)


@pytest.fixture
def keys(servers, alias):
    """The keys of what is found now about water."""

    def keys_now() -> list[int]:
        servers.refresh(alias)
        return sorted(match.object_id for match in found(ClusterEngine(servers, alias), WATER))

    return keys_now


def told_by_an_engine(servers, alias) -> list[int]:
    """The rows that the cluster itself has about water, whatever the database says."""
    servers.refresh(alias)
    hits = servers.ask(alias, {"query": {"match": {"title": "agu"}}, "docvalue_fields": ["row"]})
    return sorted(hit["fields"]["row"][0] for hit in hits)


def test_a_document_without_cluster_notes_nothing():
    kept(1, "Agua potable")
    assert waiting() == 0


def test_what_is_published_is_found_once_told(index, servers, keys):
    kept(2, "Agua para riego")
    assert waiting() == 1
    assert catch_up(servers) == 1
    assert (keys(), waiting()) == ([1, 2], 0)


def test_what_is_published_is_found_within_a_second_without_asking_for_it(index, servers, alias):
    kept(2, "Agua para riego")
    catch_up(servers)
    until = time.monotonic() + 5
    while len(found(ClusterEngine(servers, alias), WATER)) < 2:
        assert time.monotonic() < until, "it wasn't refreshed"
        time.sleep(0.1)


def test_what_changes_is_found_by_its_new_words(index, servers, keys):
    kept(1, "Colegio nuevo")
    catch_up(servers)
    assert keys() == []


def test_what_is_withdrawn_is_no_longer_there(index, servers, alias):
    forget(NOTE, [1])
    catch_up(servers)
    assert told_by_an_engine(servers, alias) == []


def test_what_is_withdrawn_is_not_found_even_before_the_cluster_is_told(index, keys):
    forget(NOTE, [1])
    assert keys() == []


def test_an_index_that_came_to_be_gone_is_not_made_anew_without_its_schema(index, servers):
    kept(2, "Agua para riego")
    servers.delete(index.name)
    with pytest.raises(Unavailable, match="rebuild_search"):
        catch_up(servers)
    assert not servers.exists(index.name)
    assert waiting() == 1


def test_of_two_tellings_that_cross_the_later_stays(index, servers, keys):
    late = kept(1, "Agua potable")
    kept(1, "Colegio nuevo")
    catch_up(servers)
    servers.put(index.name, copied([late]))
    assert keys() == []


def test_what_happens_while_the_cluster_is_down_is_told_afterwards(index, servers, keys):
    down = OpenSearchServers({"URLS": [f"http://127.0.0.1:{free_port()}"], "TIMEOUT": 1})
    kept(2, "Agua para riego")
    forget(NOTE, [1])
    with pytest.raises(Unavailable):
        catch_up(down)
    assert waiting() == 2
    catch_up(servers)
    assert (keys(), waiting()) == ([2], 0)


def test_many_changes_are_told_in_batches(index, servers, keys, monkeypatch):
    monkeypatch.setattr("search.engines.cluster.following.TOLD_AT_ONCE", 3)
    for number in range(2, 9):
        kept(number, "Agua para riego")
    assert catch_up(servers) == 7
    assert keys() == list(range(1, 9))


def test_what_is_rolled_back_is_not_told(index):
    with transaction.atomic():
        kept(2, "Agua para riego")
        transaction.set_rollback(True)
    assert waiting() == 0
