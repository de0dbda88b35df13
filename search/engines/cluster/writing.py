"""A tree in the language of the cluster, the same for OpenSearch and Elasticsearch."""

from collections.abc import Sequence
from typing import Any

from search.engines import tree as trees
from search.engines.cluster.schema import MOST_MATCHES
from search.index.schema import KEPT

# By column: how much a word there weighs in the first score. Twice those of SQLite, as none may be under one.
WEIGHTS = {"title": 12, "summary": 6, "headings": 4, "tags": 4, "body": 2, "attachments": 1, "prefixes": 6}

Query = dict[str, Any]


def body(tree: trees.Tree, *, kinds: Sequence[str], columns: Sequence[str] = ()) -> Query:
    """The request for the best matches of a tree among the kinds: their rows and scores, and nothing else of them.

    It must match in the columns that are named; in any, when none is.
    """
    fields = [f"{column}^{WEIGHTS[column]}" for column in columns or KEPT]
    return {
        "query": {"bool": {"must": [written(tree, fields)], "filter": [{"terms": {"kind": sorted(kinds)}}]}},
        "size": MOST_MATCHES,
        "stored_fields": "_none_",
        "docvalue_fields": ["row"],
    }


def written(tree: trees.Tree, fields: list[str]) -> Query:
    """A tree as a query over the fields, each with its weight; a word counts as if they all were one text (BM25F)."""
    match tree:
        case trees.Sequence(terms, True):
            return _going_on(terms, fields)
        case trees.Sequence((term,)):
            return {"combined_fields": {"query": term, "fields": fields}}
        case trees.Sequence(terms):
            return {"multi_match": {"query": " ".join(terms), "type": "phrase", "fields": fields}}
        case trees.AnyOf(parts):
            return {"bool": {"should": _each(parts, fields), "minimum_should_match": 1}}
        case trees.AllOf(parts):
            return {"bool": {"must": _each(parts, fields)}}
        case trees.Without(wanted, unwanted):
            return {"bool": {"must": [written(wanted, fields)], "must_not": [written(unwanted, fields)]}}


def _each(parts: tuple[trees.Tree, ...], fields: list[str]) -> list[Query]:
    return [written(part, fields) for part in parts]


def _going_on(terms: tuple[str, ...], fields: list[str]) -> Query:
    """The terms in their order, the last of which is the beginning of a word: of any word, when it is alone."""
    if len(terms) == 1:
        weighed = (field.split("^") for field in fields)
        each = [{"prefix": {column: {"value": terms[0], "boost": float(weight)}}} for column, weight in weighed]
        return {"dis_max": {"queries": each}}
    return {
        "multi_match": {"query": " ".join(terms), "type": "phrase_prefix", "fields": fields, "max_expansions": 1000}
    }
