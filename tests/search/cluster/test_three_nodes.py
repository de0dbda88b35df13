"""A node of three dies while people search: nobody notices, and what is written afterwards is kept."""

import signal

import pytest

from tests.search.cluster.conftest import reached
from tests.search.cluster.load import answer, asking, fill, in_charge, said

pytestmark = pytest.mark.xdist_group("cluster")


def test_no_search_fails_when_the_node_in_charge_is_killed(search_cluster):
    servers = reached(search_cluster)
    fill(servers, "barrio", 300)
    search_cluster[0].wait(status="green", nodes=3)
    victim = in_charge(servers, search_cluster)
    with asking(servers, "barrio") as seen:
        seen.wait(20)
        victim.stop(signal.SIGKILL)
        seen.wait(60)
    assert (seen.wrong, seen.failed) == (0, [])
    servers.put("barrio", [{"_id": "1000", "_source": said(1000) | {"title": "agu"}}])
    servers.refresh("barrio")
    assert 1000 in answer(servers, "barrio")
