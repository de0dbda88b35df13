"""Who answers searches: the database itself, or a cluster that is kept up to date beside it."""

from django.core.exceptions import ImproperlyConfigured

ENGINES = ["database", "opensearch", "elasticsearch"]


def engine_from(env) -> str:
    """SEARCH_ENGINE; ImproperlyConfigured for one that there isn't, or for a cluster without address."""
    engine = env.str("SEARCH_ENGINE", default="database")
    if engine not in ENGINES:
        raise ImproperlyConfigured(f"SEARCH_ENGINE={engine!r} no existe; puede ser {', '.join(ENGINES)}.")
    if engine != "database" and not env.list("SEARCH_CLUSTER_URLS", default=[]):
        raise ImproperlyConfigured(f"SEARCH_ENGINE={engine!r} necesita SEARCH_CLUSTER_URLS.")
    return engine


def cluster_from(env) -> dict:
    """Where the cluster is (https://user:password@host:9200, …), the name of our index in it, and how it is asked."""
    return {
        "URLS": env.list("SEARCH_CLUSTER_URLS", default=[]),
        "ALIAS": env.str("SEARCH_CLUSTER_ALIAS", default="portal"),
        "TIMEOUT": env.float("SEARCH_CLUSTER_TIMEOUT", default=3),  # seconds that an answer is waited for
        "CA": env.str("SEARCH_CLUSTER_CA", default=""),  # a file with the authority that signed its certificates
    }
