"""A real OpenSearch node, started for the first test that asks and shared by all of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.servers import OpenSearchServers
from tests.search.cluster.java import Missing
from tests.search.cluster.nodes import Node, one_node, three_nodes


@pytest.fixture(scope="session")
def search_node(tmp_path_factory) -> Iterator[Node]:
    """The session's node. Where there is no Java 21 or Maven it is skipped saying so, and fails in CI."""
    with _or_skipped(), one_node(tmp_path_factory.mktemp("search-node")) as node:
        yield node


@pytest.fixture
def search_cluster(tmp_path_factory) -> Iterator[list[Node]]:
    """Three nodes of the test's own, one of which it may kill; skipped like `search_node`."""
    with _or_skipped(), three_nodes(tmp_path_factory.mktemp("search-cluster")) as nodes:
        yield nodes


@pytest.fixture
def servers(search_node) -> OpenSearchServers:
    """The session's node, as the portal asks it."""
    return reached([search_node])


@pytest.fixture
def alias(servers) -> Iterator[str]:
    """A name that no other test asks by; what was made for it goes with the test."""
    name = f"portal{uuid4().hex[:8]}"
    yield name
    for index in servers.named(name):
        servers.delete(index)


@pytest.fixture
def engine(servers, alias) -> ClusterEngine:
    """What answers by that name."""
    return ClusterEngine(servers, alias)


def reached(nodes: list[Node]) -> OpenSearchServers:
    """The nodes as the portal reaches them."""
    return OpenSearchServers({"URLS": [node.url for node in nodes], "TIMEOUT": 10})


@contextmanager
def _or_skipped() -> Iterator[None]:
    try:
        yield
    except Missing as missing:
        reason = f"no real OpenSearch node could be run: {missing}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
