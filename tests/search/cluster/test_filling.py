"""A new index is made beside the one that serves, which answers until the other has everything."""

import pytest
from django.utils import timezone

from search.engines.cluster import filling
from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.following import catch_up
from search.engines.cluster.servers import OpenSearchServers
from search.engines.matches import Unavailable
from search.engines.tree import Sequence
from search.enums import IndexState
from search.models import ClusterIndex, IndexedDocument
from tests.search.cluster.documents import found, kept

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]

WATER = Sequence(("agu",))


class Failing(OpenSearchServers):
    """The session's node, which stops answering after so many batches."""

    batches = 2

    def put(self, name, actions):
        if self.batches == 0:
            raise Unavailable("cut off")
        self.batches -= 1
        super().put(name, actions)


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(filling, "COPIED_AT_ONCE", 2)


@pytest.fixture(autouse=True)
def _nothing_else(db):
    """The documents are the test's own."""
    IndexedDocument.objects.all().delete()


@pytest.fixture
def failing(search_node) -> Failing:
    """The node, cut off after two batches."""
    return Failing({"URLS": [search_node.url], "TIMEOUT": 10})


def refilled(servers, alias, **options) -> list[tuple[int, int]]:
    """Fill an index, and tell what progress was told."""
    told: list[tuple[int, int]] = []
    filling.refill(servers, alias, at=timezone.now(), progress=lambda done, of: told.append((done, of)), **options)
    return told


def keys(engine) -> list[int]:
    """The keys of what is found about water."""
    return sorted(match.object_id for match in found(ClusterEngine(engine.servers, engine.alias), WATER))


def test_its_progress_is_told_batch_by_batch(servers, alias, engine):
    for number in range(5):
        kept(number, "Agua potable")
    assert refilled(servers, alias) == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert keys(engine) == [0, 1, 2, 3, 4]


def test_a_second_one_takes_the_place_of_the_first_which_goes(servers, alias, engine):
    kept(1, "Agua potable")
    refilled(servers, alias)
    first = servers.behind(alias)
    kept(2, "Agua para riego")
    refilled(servers, alias)
    assert keys(engine) == [1, 2]
    assert len(servers.behind(alias)) == 1 != first
    assert servers.named(alias) == servers.behind(alias)
    assert [index.state for index in ClusterIndex.objects.all()] == [IndexState.SERVING]


def test_when_it_fails_the_old_one_goes_on_serving_and_following(servers, failing, alias, engine):
    for number in range(6):
        kept(number, "Agua potable")
    refilled(servers, alias)
    with pytest.raises(Unavailable):
        refilled(failing, alias)
    kept(7, "Agua para riego")
    catch_up(servers)
    servers.refresh(alias)
    assert keys(engine) == [0, 1, 2, 3, 4, 5, 7]


def test_begun_again_it_goes_on_from_where_it_was(servers, failing, alias, engine):
    for number in range(6):
        kept(number, "Agua potable")
    with pytest.raises(Unavailable):
        refilled(failing, alias)
    kept(0, "Colegio nuevo")  # copied already
    kept(5, "Agua para riego")  # still to be copied
    assert refilled(servers, alias) == [(4, 6), (6, 6)]
    assert keys(engine) == [1, 2, 3, 4, 5]


def test_asked_for_anew_it_begins_from_nothing(servers, failing, alias, engine):
    for number in range(6):
        kept(number, "Agua potable")
    with pytest.raises(Unavailable):
        refilled(failing, alias)
    assert refilled(servers, alias, restart=True)[0] == (0, 6)
    assert servers.named(alias) == servers.behind(alias)


def test_one_of_another_schema_is_not_gone_on_with(servers, failing, alias, monkeypatch):
    for number in range(6):
        kept(number, "Agua potable")
    with pytest.raises(Unavailable):
        refilled(failing, alias)
    monkeypatch.setattr(filling, "FINGERPRINT", "00000000")
    assert refilled(servers, alias)[0] == (0, 6)


def test_an_index_that_took_the_name_of_the_alias_gives_way(servers, alias, engine):
    kept(1, "Agua potable")
    servers.create(alias)
    refilled(servers, alias)
    assert keys(engine) == [1]


def test_the_indexes_of_another_portal_stay(servers, alias):
    other = f"{alias}-dos"
    servers.create(f"{other}-{filling.FINGERPRINT}-20260101000000000000")
    refilled(servers, alias)
    assert len(servers.named(other)) == 1
