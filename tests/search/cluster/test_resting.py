"""A cluster that doesn't answer makes one person wait, not everybody."""

import socket
import time

import pytest
from django.core.cache import cache

from search.engines.cluster import chosen
from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.resting import KEY, rested
from search.engines.cluster.servers import NotUnderstood, OpenSearchServers
from search.engines.matches import Unavailable
from search.engines.tree import Sequence
from tests.search.cluster.documents import found
from tests.search.cluster.recorder import recording
from tests.servers import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]
WATER = Sequence(("agu",))


def asked(servers) -> str:
    """What a search is told when the cluster doesn't answer."""
    with pytest.raises(Unavailable) as told:
        found(ClusterEngine(servers, "portal"), WATER)
    return str(told.value)


def test_one_that_does_not_answer_is_left_alone_for_a_moment():
    servers = OpenSearchServers({"URLS": [f"http://127.0.0.1:{free_port()}"], "TIMEOUT": 1})
    assert "refused" in asked(servers)
    assert asked(servers) == "the cluster didn't answer a moment ago"


def test_it_is_asked_again_afterwards():
    with recording() as recorder:
        servers = OpenSearchServers({"URLS": [recorder.url], "TIMEOUT": 1})
        cache.set(KEY, True, 10)
        asked(servers)
        cache.delete(KEY)
        assert found(ClusterEngine(servers, "portal"), WATER) == []
    assert [each.what for each in recorder.asked] == ["POST /portal/_search"]


def test_one_that_refuses_a_question_is_asked_the_next(servers, alias):
    servers.create(alias)
    with pytest.raises(NotUnderstood), rested():
        servers.ask(alias, {"query": {"nothing of the kind": {}}})
    assert found(ClusterEngine(servers, alias), WATER) == []


def test_one_that_is_there_and_says_nothing_is_waited_for_no_longer_than_was_set(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.SEARCH_CLUSTER = settings.SEARCH_CLUSTER | {
            "URLS": [f"http://127.0.0.1:{silent.getsockname()[1]}"],
            "TIMEOUT": 0.5,
        }
        settings.SEARCH_ENGINE = "opensearch"
        began = time.monotonic()
        asked(chosen.servers())
        assert 0.4 < time.monotonic() - began < 3
