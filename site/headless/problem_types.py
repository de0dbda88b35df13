"""The classes of error that the API may answer, each with what it means, in Spanish."""

from dataclasses import dataclass
from http import HTTPStatus

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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
TOO_MANY_REQUESTS = ProblemType(
    "too-many-requests",
    HTTPStatus.TOO_MANY_REQUESTS,
    _("Demasiadas consultas"),
    _("Se pasó de las consultas que puede hacer en un minuto. «Retry-After» dice cuántos segundos faltan."),
)
SERVER_ERROR = ProblemType(
    "server-error",
    HTTPStatus.INTERNAL_SERVER_ERROR,
    _("Error del servidor"),
    _("La falla es nuestra y quedó registrada. Inténtelo otra vez en unos minutos."),
)
UNAUTHENTICATED = ProblemType(
    "unauthenticated",
    HTTPStatus.UNAUTHORIZED,
    _("Clave ausente o no válida"),
    _("La dirección pide una clave, o la que llegó no existe, venció, fue revocada o está mal escrita."),
)
INSUFFICIENT_SCOPE = ProblemType(
    "insufficient-scope",
    HTTPStatus.FORBIDDEN,
    _("La clave no tiene permiso"),
    _("La clave vale, pero no se le dio el permiso que está en «scope». Pídalo a la Oficina de Imagen."),
)
UNREADABLE_BODY = ProblemType(
    "unreadable-body",
    HTTPStatus.BAD_REQUEST,
    _("Contenido ilegible"),
    _("Lo que se envió no es un objeto JSON en UTF-8."),
)
INVALID_BODY = ProblemType(
    "invalid-body",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    _("Contenido no admitido"),
    _("Lo que se envió es JSON, pero algún campo falta, sobra o no sirve. En «errors» está cada uno."),
)
BODY_TOO_LARGE = ProblemType(
    "body-too-large",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    _("Contenido demasiado grande"),
    _("Lo que se envía puede pesar hasta 64 kB."),
)
UNSUPPORTED_MEDIA_TYPE = ProblemType(
    "unsupported-media-type",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    _("Tipo de contenido no admitido"),
    _("Lo que se envía debe ser JSON y decirlo: «Content-Type: application/json»."),
)
CONFLICT = ProblemType(
    "conflict",
    HTTPStatus.CONFLICT,
    _("No corresponde ahora"),
    _("Lo que se pide no es posible como está el elemento. Vuelva a leerlo y decida."),
)
IDEMPOTENCY_KEY_REUSED = ProblemType(
    "idempotency-key-reused",
    HTTPStatus.UNPROCESSABLE_ENTITY,
    _("Nombre de envío repetido"),
    _("Ese «Idempotency-Key» ya nombró otro envío en el último día. Para un envío nuevo use otro."),
)

PROBLEM_TYPES = {
    each.slug: each
    for each in (
        UNKNOWN_PARAMETER, REPEATED_PARAMETER, INVALID_VALUE, UNKNOWN_VALUE, INVALID_CURSOR, CURSOR_EXPIRED,
        UNREADABLE_QUERY, UNREADABLE_BODY, UNAUTHENTICATED, INSUFFICIENT_SCOPE, NOT_FOUND, METHOD_NOT_ALLOWED,
        CONFLICT, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_BODY, IDEMPOTENCY_KEY_REUSED, TOO_MANY_REQUESTS,
        SERVER_ERROR,
    )
}  # fmt: skip
