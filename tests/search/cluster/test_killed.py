"""A rebuild that is killed leaves what there was serving; the next one goes on and takes its place."""

import re
import shutil
import subprocess
import sys

import pytest

from search.engines.cluster.writing import body
from search.engines.tree import Sequence
from tests.search.cluster.documents import NOTE
from tests.servers import ROOT, environment, manage

pytestmark = pytest.mark.xdist_group("cluster")
DOCUMENTS = 4000
LOAD = f"""
from django.utils import timezone
from search.models import IndexedDocument
from search.engines.cluster.chosen import alias, servers
from search.engines.cluster.filling import refill
IndexedDocument.objects.all().delete()
IndexedDocument.objects.bulk_create(
    IndexedDocument(kind="{NOTE}", object_id=number, title="agu potabl", body="barri " * 40)
    for number in range({DOCUMENTS})
)
refill(servers(), alias(), at=timezone.now(), progress=lambda done, total: None)
"""
COPIED = re.compile(r"Copiados al clúster: (\d+) de")


@pytest.fixture
def values(search_node, alias, migrated_sqlite, tmp_path) -> dict[str, str]:
    """The environment of processes that share a database and a cluster which serves it."""
    shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    values = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "VAR_DIR": str(tmp_path),
        "SEARCH_ENGINE": "opensearch",
        "SEARCH_CLUSTER_URLS": search_node.url,
        "SEARCH_CLUSTER_ALIAS": alias,
        "SEARCH_CLUSTER_TIMEOUT": "10",
    }
    manage("shell", "-c", LOAD, **values)
    return values


def killed_midway(values: dict[str, str]) -> int:
    """Kill a rebuild (SIGKILL) once it has copied something; how many it had told of."""
    command = [sys.executable, "manage.py", "rebuild_search", "--only-cluster"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(**values), stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if (told := COPIED.search(line)) and int(told[1]) > 0:
                process.kill()
                return int(told[1])
    raise AssertionError("it copied nothing")


def found(servers, alias) -> int:
    """How many documents searches find."""
    return len(servers.ask(alias, body(Sequence(("agu",)), kinds=[NOTE])))


def test_a_killed_rebuild_leaves_the_old_index_serving_and_the_next_goes_on(values, servers, alias):
    old = servers.behind(alias)
    copied = killed_midway(values)
    assert servers.behind(alias) == old
    assert len(servers.named(alias)) == 2
    assert found(servers, alias) == DOCUMENTS
    told = [int(done) for done in COPIED.findall(manage("rebuild_search", "--only-cluster", **values))]
    assert copied <= told[0] < told[-1] == DOCUMENTS
    assert servers.behind(alias) == servers.named(alias) != old
    assert found(servers, alias) == DOCUMENTS
