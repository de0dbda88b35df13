"""When the cluster doesn't answer people are answered by the database, and told so."""

import pytest

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.servers import OpenSearchServers
from search.engines.cluster.steady import SteadyEngine
from search.engines.matches import Ask, Unavailable
from search.engines.sqlite import SqliteEngine
from search.engines.tree import Sequence
from tests.search.cluster.documents import NOTE, found, kept
from tests.servers import free_port

pytestmark = pytest.mark.django_db
WATER = Sequence(("agu",))


@pytest.fixture
def down() -> ClusterEngine:
    """A cluster that nobody listens at."""
    return ClusterEngine(OpenSearchServers({"URLS": [f"http://127.0.0.1:{free_port()}"], "TIMEOUT": 1}), "portal")


def test_the_database_answers_for_a_cluster_that_is_down_and_it_is_known(down, caplog):
    kept(1, "Agua potable")
    engine = SteadyEngine(down, SqliteEngine())
    assert not engine.reduced
    assert [match.object_id for match in found(engine, WATER)] == [1]
    assert engine.reduced
    assert "The database answers" in caplog.text


def test_the_rest_of_a_search_is_asked_of_the_same_engine(down, caplog):
    kept(1, "Agua potable")
    engine = SteadyEngine(down, SqliteEngine())
    found(engine, WATER)
    assert sum(engine.counted(Ask(WATER, kinds=[NOTE])).values()) == 1
    assert caplog.text.count("The database answers") == 1


def test_when_neither_answers_it_is_said(down):
    with pytest.raises(Unavailable):
        found(SteadyEngine(down, down), WATER)
