"""The index of a cluster: what it is given of each document, and how little it does to it."""

import hashlib
import json
from typing import Any

from search.index.schema import KEPT
from search.models.index import IndexedDocument

# Terms come cut, folded and stemmed: the cluster only parts them at the blanks, when they are kept and when looked for.
TERMS = {"type": "text", "analyzer": "whitespace", "search_analyzer": "whitespace"}
MOST_MATCHES = 10_000

BODY: dict[str, Any] = {
    "settings": {
        "index": {
            # One shard, so that a word's rarity is counted over all documents; a copy on each of up to three nodes.
            "number_of_shards": 1,
            "auto_expand_replicas": "0-2",
            # Said outright, or an index that nobody asks for half a minute would stop refreshing.
            "refresh_interval": "1s",
            "max_result_window": MOST_MATCHES,
        }
    },
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "row": {"type": "long"},
            "kind": {"type": "keyword"},
            **dict.fromkeys(KEPT, TERMS),
        },
    },
}
FINGERPRINT = hashlib.sha256(json.dumps(BODY, sort_keys=True).encode()).hexdigest()[:8]


def document(row: IndexedDocument) -> dict[str, Any]:
    """What the cluster is given of a document."""
    return {"row": row.pk, "kind": row.kind} | {column: getattr(row, column) for column in KEPT}
