"""Which engine answers, and how it is reached, is said by the environment."""

from base64 import b64decode

import pytest
from django.core.exceptions import ImproperlyConfigured
from environ import Env

from config.settings.search import cluster_from, engine_from
from search.engines.cluster.chosen import PATIENCE, servers
from search.engines.cluster.servers import ElasticsearchServers, OpenSearchServers
from tests.search.cluster.recorder import recording


def environment(**values: str) -> Env:
    """An environment that has these variables alone."""
    env = Env()
    env.ENVIRON = values
    return env


def test_by_itself_the_database_answers(settings):
    assert engine_from(environment()) == "database"
    assert servers() is None


@pytest.mark.parametrize(
    ("engine", "kind"), [("opensearch", OpenSearchServers), ("elasticsearch", ElasticsearchServers)]
)
def test_each_cluster_is_reached_at_all_its_addresses(settings, engine, kind):
    env = environment(SEARCH_ENGINE=engine, SEARCH_CLUSTER_URLS="https://ana:clave@uno:9200,https://ana:clave@dos:9200")
    settings.SEARCH_CLUSTER = cluster_from(env)
    settings.SEARCH_ENGINE = engine_from(env)
    assert type(servers()) is kind
    assert [host["host"] for host in servers().hosts] == ["uno", "dos"]


@pytest.mark.parametrize("kind", [OpenSearchServers, ElasticsearchServers])
def test_a_password_may_have_any_character(kind):
    with recording() as recorder:
        url = recorder.url.replace("//", "//ana:cl%40ve%2C@")
        kind({"URLS": [url], "TIMEOUT": 2}).exists("portal")
    assert b64decode(recorder.asked[0].authorization.removeprefix("Basic ")) == b"ana:cl@ve,"


@pytest.mark.parametrize(
    ("values", "told"),
    [({"SEARCH_ENGINE": "solr"}, "no existe"), ({"SEARCH_ENGINE": "opensearch"}, "necesita SEARCH_CLUSTER_URLS")],
)
def test_an_engine_that_can_not_be_is_refused_saying_why(values, told):
    with pytest.raises(ImproperlyConfigured, match=told):
        engine_from(environment(**values))


def test_much_work_is_waited_for_longer_than_a_search(settings):
    settings.SEARCH_CLUSTER = cluster_from(environment(SEARCH_CLUSTER_URLS="http://uno:9200"))
    settings.SEARCH_ENGINE = "opensearch"
    assert (servers().timeout, servers(patient=True).timeout) == (3, PATIENCE)


def test_an_authority_of_ones_own_is_believed(settings, tmp_path):
    authority = tmp_path / "ca.pem"
    authority.write_text("")
    env = environment(SEARCH_CLUSTER_URLS="https://uno:9200", SEARCH_CLUSTER_CA=str(authority))
    assert cluster_from(env)["CA"] == str(authority)
