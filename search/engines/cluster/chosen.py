"""The cluster that the settings name, when they name one."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed

from search.engines.cluster.servers import ElasticsearchServers, OpenSearchServers, Servers

KINDS: dict[str, type[Servers]] = {"opensearch": OpenSearchServers, "elasticsearch": ElasticsearchServers}

PATIENCE = 60  # seconds


@lru_cache(maxsize=2)
def servers(*, patient: bool = False) -> Servers | None:
    """The servers of SEARCH_CLUSTER, of the kind that SEARCH_ENGINE says; None when the database is the engine.

    They are waited for as long as a person would wait or, when `patient`, as long as much work may take.
    """
    kind = KINDS.get(settings.SEARCH_ENGINE)
    return kind(reached(settings.SEARCH_CLUSTER, patient=patient)) if kind else None  # type: ignore[call-arg]


def alias() -> str:
    """The name that searches ask by: another for each portal that shares a cluster."""
    return settings.SEARCH_CLUSTER["ALIAS"]


def reached(cluster: dict[str, Any], *, patient: bool) -> dict[str, Any]:
    """The parameters of modelsearch's backends. When a server is gone, at most two others are tried."""
    authority = {"ca_certs": cluster["CA"]} if cluster["CA"] else {}
    return {
        "URLS": cluster["URLS"],
        "TIMEOUT": PATIENCE if patient else cluster["TIMEOUT"],
        "OPTIONS": {"max_retries": 2} | authority,
    }


def _forget(**changed: Any) -> None:
    if changed["setting"] in ("SEARCH_ENGINE", "SEARCH_CLUSTER"):
        servers.cache_clear()


setting_changed.connect(_forget)
