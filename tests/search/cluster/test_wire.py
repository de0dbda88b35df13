"""Elasticsearch is asked what OpenSearch is asked, to the letter: only the type of the content is another.

No Elasticsearch was run here; `wire.json` is what it would be sent. After a change that is meant: UPDATE_SNAPSHOTS=1.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from search.engines.cluster.engine import ClusterEngine
from search.engines.cluster.filling import refill
from search.engines.cluster.following import catch_up
from search.engines.cluster.servers import ElasticsearchServers, OpenSearchServers, Servers
from search.engines.tree import AllOf, AnyOf, Sequence, Without, completion
from search.models import ClusterChange, ClusterIndex, IndexedDocument
from tests.search.cluster.documents import found
from tests.search.cluster.recorder import Asked, recording

pytestmark = pytest.mark.django_db
SNAPSHOT = Path(__file__).with_name("wire.json")
AT = datetime(2026, 11, 24, 15, tzinfo=UTC)
FIRST_CHANGE = 4242
TREE = Without(
    AllOf((AnyOf((Sequence(("agu",)), Sequence(("desague",)))), Sequence(("call", "lim")))), Sequence(("cort",))
)


def told_by(kind: type[Servers]) -> list[Asked]:
    """What a whole life of an index asks of a server: made, filled, put in its place, changed, searched, replaced."""
    IndexedDocument.objects.all().delete()
    ClusterIndex.objects.all().delete()
    with recording() as recorder:
        servers = kind({"URLS": [recorder.url], "TIMEOUT": 5})
        _live(servers)
    return recorder.asked


def _live(servers: Servers) -> None:
    IndexedDocument.objects.create(pk=7, kind="pages.newspage", object_id=1, title="agu call lim", prefixes="agua")
    IndexedDocument.objects.create(pk=8, kind="pages.newspage", object_id=2, body="colegi")
    index = refill(servers, "portal", at=AT, progress=lambda done, total: None)
    IndexedDocument.objects.filter(pk=8).delete()
    IndexedDocument.objects.filter(pk=7).update(summary="agu potabl")
    for number, change in enumerate(ClusterChange.objects.order_by("pk"), start=FIRST_CHANGE):
        ClusterChange.objects.filter(pk=change.pk).update(id=number)
    assert catch_up(servers) == 2
    engine = ClusterEngine(servers, "portal")
    found(engine, TREE, "pages.newspage", "pages.eventpage")
    found(engine, completion("agua pot"), "pages.newspage", columns=["prefixes"])
    servers.delete(index.name)


def _written(asked: Asked) -> dict:
    return {name: getattr(asked, name) for name in ("what", "parameters", "content_type", "body")}


def test_elasticsearch_is_asked_what_opensearch_is_asked():
    assert told_by(ElasticsearchServers) == told_by(OpenSearchServers)


def test_what_is_asked_is_what_the_snapshot_has():
    asked = [_written(each) for each in told_by(ElasticsearchServers)]
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(json.dumps(asked, indent=1, ensure_ascii=False) + "\n")
    assert asked == json.loads(SNAPSHOT.read_text())


def test_each_is_spoken_to_in_its_own_type_of_content():
    elastic = {each.content_type for each in told_by(ElasticsearchServers) if each.body is not None}
    opensearch = {each.content_type for each in told_by(OpenSearchServers) if each.body is not None}
    assert {kind.partition(";")[0] for kind in elastic} == {
        "application/vnd.elasticsearch+json",
        "application/vnd.elasticsearch+x-ndjson",
    }
    assert opensearch <= {"application/json", "application/x-ndjson"}
