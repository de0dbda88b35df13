"""Errors as RFC 9457 problem details: what happened, what it means, what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONTENT_TYPE = "application/problem+json"
LONGEST_INSTANCE = 2_000


@dataclass(frozen=True)
class ProblemType:
    """A class of error. `slug` is what programs compare and never changes; `title` is for people."""

    slug: str
    status: HTTPStatus
    title: Promise
    meaning: Promise

    @property
    def address(self) -> str:
        """The problem's `type`: a reference, relative to the server, that answers what it means."""
        return f"/api/v1/problems/{self.slug}"


UNKNOWN_PARAMETER = ProblemType(
    "unknown-parameter",
    HTTPStatus.BAD_REQUEST,
    _("Parámetro desconocido"),
    _("La dirección lleva un parámetro que este recurso no tiene. Nunca se ignora: corríjalo o quítelo."),
)
REPEATED_PARAMETER = ProblemType(
    "repeated-parameter",
    HTTPStatus.BAD_REQUEST,
    _("Parámetro repetido"),
    _("El mismo parámetro aparece más de una vez. Déjelo una sola vez."),
)
INVALID_VALUE = ProblemType(
    "invalid-value",
    HTTPStatus.BAD_REQUEST,
    _("Valor no admitido"),
    _("El valor de un parámetro no tiene la forma esperada. En «allowed» está lo que se admite."),
)
UNKNOWN_VALUE = ProblemType(
    "unknown-value",
    HTTPStatus.BAD_REQUEST,
    _("Valor desconocido"),
    _("El valor está bien escrito, pero no existe en el vocabulario del filtro. En «nearest» está el más parecido."),
)
INVALID_CURSOR = ProblemType(
    "invalid-cursor",
    HTTPStatus.BAD_REQUEST,
    _("Cursor no válido"),
    _("El cursor no lo emitió esta API, o es de otra consulta. Vuelva a empezar sin «cursor»."),
)
CURSOR_EXPIRED = ProblemType(
    "cursor-expired",
    HTTPStatus.GONE,
    _("Cursor vencido"),
    _(
        "Ya no se guardan todos los cambios desde ese cursor. Para ponerse al día: pida «/api/v1/changes?since=latest» "
        "y guarde su «next»; lea completa la lista de cada recurso; siga desde ese «next»."
    ),
)
UNREADABLE_QUERY = ProblemType(
    "unreadable-query",
    HTTPStatus.BAD_REQUEST,
    _("Dirección ilegible"),
    _("Los parámetros de la dirección no están en UTF-8, llevan caracteres de control o son demasiados."),
)
NOT_FOUND = ProblemType(
    "not-found",
    HTTPStatus.NOT_FOUND,
    _("No existe"),
    _("No hay nada público en esa dirección: puede que nunca lo hubiera o que ya no se publique."),
)
METHOD_NOT_ALLOWED = ProblemType(
    "method-not-allowed",
    HTTPStatus.METHOD_NOT_ALLOWED,
    _("Método no admitido"),
    _("Esta dirección solo se lee. Use uno de los métodos de «allowed»."),
)
SERVER_ERROR = ProblemType(
    "server-error",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    _("Error del servidor"),
    _("La falla es nuestra y quedó registrada. Inténtelo otra vez en unos minutos."),
)

PROBLEM_TYPES = {
    each.slug: each
    for each in (
        UNKNOWN_PARAMETER, REPEATED_PARAMETER, INVALID_VALUE, UNKNOWN_VALUE, INVALID_CURSOR, CURSOR_EXPIRED,
        UNREADABLE_QUERY, NOT_FOUND, METHOD_NOT_ALLOWED, SERVER_ERROR,
    )
}  # fmt: skip


class Problem(Exception):
    """Something that the answer must say instead of what was asked for.

    `allowed` lists in words or values what would have been right; `nearest` is the closest of them to what came.
    """

    def __init__(
        self,
        kind: ProblemType,
        detail: str | Promise,
        *,
        parameter: str | None = None,
        allowed: Sequence[str] = (),
        nearest: str | None = None,
    ):
        super().__init__(kind.slug)
        self.kind, self.detail = kind, detail
        self.parameter, self.allowed, self.nearest = parameter, list(allowed), nearest

    def members(self, instance: str) -> dict[str, Any]:
        """The members of the problem document; those that don't apply are left out."""
        extra = {"parameter": self.parameter, "allowed": self.allowed, "nearest": self.nearest}
        return {
            "type": self.kind.address,
            "title": str(self.kind.title),
            "status": int(self.kind.status),
            "detail": str(self.detail),
            "instance": instance,
        } | {name: value for name, value in extra.items() if value}


def problem_response(problem: Problem, request: HttpRequest) -> JsonResponse:
    """The problem as an answer that no cache keeps."""
    instance = request.get_full_path()[:LONGEST_INSTANCE]
    response = JsonResponse(
        problem.members(instance),
        status=problem.kind.status,
        content_type=CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    response["Cache-Control"] = "no-store"
    if problem.kind is METHOD_NOT_ALLOWED:
        response["Allow"] = ", ".join(problem.allowed)
    return response
