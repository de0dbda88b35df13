"""What the headers of an answer say, as OpenAPI tells it; each is told once and referred to."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from headless.problem_types import INSUFFICIENT_SCOPE, TOO_MANY_REQUESTS, UNAUTHENTICATED, ProblemType

DESCRIPTIONS = {
    "Cache-Control": _("Cuánto puede guardarse la respuesta; «private» si se preguntó con una clave."),
    "RateLimit-Policy": _("El límite: «q» consultas cada «w» segundos (draft-ietf-httpapi-ratelimit-headers)."),
    "RateLimit": _("Cómo va: quedan «r» consultas hasta dentro de «t» segundos."),
    "Retry-After": _("Cuántos segundos esperar."),
    "WWW-Authenticate": _("Cómo mostrar la clave, y qué permiso le falta (RFC 6750)."),
}
ALWAYS = ("RateLimit-Policy", "RateLimit")
BESIDE = {
    TOO_MANY_REQUESTS: ("Retry-After",),
    UNAUTHENTICATED: ("WWW-Authenticate",),
    INSUFFICIENT_SCOPE: ("WWW-Authenticate",),
}


def headers_told() -> dict[str, Any]:
    """The headers, for the document's components."""
    text = {"schema": {"type": "string"}}
    return {name: text | {"description": str(description)} for name, description in DESCRIPTIONS.items()}


def headers_of_answer() -> dict[str, Any]:
    """Those of an answer as asked for."""
    return _references("Cache-Control", *ALWAYS)


def headers_of_problem(kind: ProblemType) -> dict[str, Any]:
    """Those of a problem of that kind."""
    return _references(*ALWAYS, *BESIDE.get(kind, ()))


def _references(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
