"""The servers of a cluster, through modelsearch's own backends: their clients, their indexes and aliases.

What is ours is the same for both: what an index is made of, what is put in it, and what is asked of it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import ParseResult, unquote

from elasticsearch import ApiError, TransportError
from elasticsearch.helpers import BulkIndexError
from modelsearch.backends.elasticsearch9 import Elasticsearch9SearchBackend
from modelsearch.backends.opensearch3 import OpenSearch3SearchBackend
from opensearchpy.exceptions import OpenSearchException

from search.engines.cluster.schema import BODY
from search.engines.matches import Unavailable

CONFLICT = 409  # it was told of something later already
GONE = 404
NOT_UNDERSTOOD = 400
CONNECTIONS = 10  # to each server: its client keeps one, where Elasticsearch's keeps ten
BYTES_AT_ONCE = 10 * 1024 * 1024

Action = dict[str, Any]


class NotUnderstood(Unavailable):
    """The cluster is there, and refuses what it was asked."""


class Servers:
    """What both kinds of server are asked, over a backend of modelsearch's. Unavailable when they don't answer well."""

    settings = BODY
    failures: tuple[type[Exception], ...] = ()
    es: Any

    def create(self, name: str) -> None:
        """Make an empty index."""
        with self.answering():
            self._index(name).put()

    def exists(self, name: str) -> bool:
        """Whether there is an index, or an alias, of that name."""
        with self.answering():
            return bool(self.es.indices.exists(index=name))

    def delete(self, name: str) -> None:
        """Take an index away; nothing when there is none."""
        with self.answering():
            self._index(name).delete()

    def refresh(self, name: str) -> None:
        """Let what was put in an index be found now."""
        with self.answering():
            self._index(name).refresh()

    def behind(self, alias: str) -> list[str]:
        """The indexes that an alias stands for."""
        with self.answering():
            index = self._index(alias)
            return [each.name for each in index.aliased_indices()] if index.is_alias() else []

    def named(self, alias: str) -> list[str]:
        """The indexes made for an alias, whether it stands for them or not."""
        with self.answering():
            return sorted(self.es.indices.get(index=f"{alias}-*"))

    def point(self, alias: str, name: str) -> None:
        """Have an alias stand for that index alone, from one instant to the next."""
        old = self.behind(alias)
        taken = not old and self.exists(alias)
        actions: list[Action] = [{"remove": {"index": each, "alias": alias}} for each in old if each != name]
        actions += [{"remove_index": {"index": alias}}] if taken else []
        with self.answering():
            self.es.indices.update_aliases(body={"actions": [*actions, {"add": {"index": name, "alias": alias}}]})

    def put(self, name: str, actions: Iterable[Action]) -> None:
        """Write and delete documents of an index; one that has a later version stays as it is."""
        with self.answering():
            _, errors = self.bulk(  # type: ignore[attr-defined]
                self.es, actions, index=name, raise_on_error=False, max_chunk_bytes=BYTES_AT_ONCE
            )
            wrong = [told for told in errors if _status(told) not in (CONFLICT, GONE)]
        if wrong:
            raise Unavailable(f"{len(wrong)} documents were refused; the first: {wrong[0]}")

    def ask(self, name: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        """What an index finds, whole or not at all."""
        with self.answering():
            answer = self.es.search(
                index=name,
                body=body,
                allow_partial_search_results=False,
                filter_path="hits.hits._score,hits.hits.fields",
            )
        return answer.get("hits", {}).get("hits", [])

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Whatever the client raises is Unavailable, NotUnderstood if it was the question's fault."""
        try:
            yield
        except self.failures as failure:
            refused = getattr(failure, "status_code", None) == NOT_UNDERSTOOD
            raise (NotUnderstood if refused else Unavailable)(str(failure)) from failure

    def _index(self, name: str) -> Any:
        return self.index_class(self, name)  # type: ignore[attr-defined]


def _status(told: dict[str, Any]) -> int:
    """The status of what wasn't done, as a bulk request tells it: `{"index": {"status": 409, …}}`."""
    return next(iter(told.values()))["status"]


class OpenSearchServers(Servers, OpenSearch3SearchBackend):
    """OpenSearch 3.2 or later, which is the first to have `combined_fields`."""

    failures = (OpenSearchException,)

    def __init__(self, params: dict[str, Any]) -> None:
        options = {"pool_maxsize": CONNECTIONS} | params.get("OPTIONS", {})
        super().__init__(params | {"OPTIONS": options})

    def _get_host_config_from_url(self, url: ParseResult) -> dict[str, Any]:
        return super()._get_host_config_from_url(url) | {"http_auth": _credentials(url)}


class ElasticsearchServers(Servers, Elasticsearch9SearchBackend):
    """Elasticsearch 9."""

    failures = (ApiError, TransportError, BulkIndexError)

    def _get_options_from_host_urls(self, urls: list[ParseResult]) -> dict[str, Any]:
        credentials = _credentials(urls[0])
        return super()._get_options_from_host_urls(urls) | ({"basic_auth": credentials} if credentials else {})


def _credentials(url: ParseResult) -> tuple[str, str] | None:
    """The user and password of an address, which modelsearch leaves as they are written there (`%40` for `@`)."""
    return (unquote(url.username), unquote(url.password)) if url.username and url.password else None
