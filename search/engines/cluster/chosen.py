"""The cluster that the settings name, when they name one."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed

from search.engines.cluster.servers import ElasticsearchServers, OpenSearchServers, Servers

KINDS: dict[str, type[Servers]] = {"opensearch": OpenSearchServers, "elasticsearch": ElasticsearchServers}


@lru_cache(maxsize=1)
def servers() -> Servers | None:
    """The servers of SEARCH_CLUSTER, of the kind that SEARCH_ENGINE says; None when the database is the engine."""
    kind = KINDS.get(settings.SEARCH_ENGINE)
    return kind(reached(settings.SEARCH_CLUSTER)) if kind else None  # type: ignore[call-arg]


def alias() -> str:
    """The name that searches ask by: another for each portal that shares a cluster."""
    return settings.SEARCH_CLUSTER["ALIAS"]


def reached(cluster: dict[str, Any]) -> dict[str, Any]:
    """The parameters of modelsearch's backends. Another server is tried once: who waits is a person."""
    authority = {"ca_certs": cluster["CA"]} if cluster["CA"] else {}
    return {"URLS": cluster["URLS"], "TIMEOUT": cluster["TIMEOUT"], "OPTIONS": {"max_retries": 2} | authority}


def _forget(**changed: Any) -> None:
    if changed["setting"] in ("SEARCH_ENGINE", "SEARCH_CLUSTER"):
        servers.cache_clear()


setting_changed.connect(_forget)
