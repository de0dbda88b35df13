"""The engine that the other tests ask is a real one."""

import json
import urllib.request

import pytest

from tests.search.cluster.java import Missing, jdk

pytestmark = pytest.mark.xdist_group("cluster")


def asked(address: str) -> dict:
    """The JSON that an address answers with."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.load(answer)


def test_a_real_opensearch_node_answers(search_node):
    told = asked(search_node.url)
    assert (told["version"]["distribution"], told["version"]["number"][:2]) == ("opensearch", "3.")


def test_a_machine_without_a_new_java_is_told_what_it_lacks(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "javac").touch()
    (tmp_path / "release").write_text('JAVA_VERSION="17.0.15"')
    monkeypatch.setenv("OPENSEARCH_JAVA_HOME", str(tmp_path))
    with pytest.raises(Missing, match="no JDK 21"):
        jdk()
