"""Who asks: anybody, or the holder of a key, who may see or do more (RFC 6750)."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from headless.actions.tokens import open_with
from headless.models import AccessToken
from headless.problem_types import INSUFFICIENT_SCOPE, UNAUTHENTICATED
from headless.problems import Problem

LONGEST_HEADER = 200


@dataclass(frozen=True)
class Reader:
    """Who asks. Without a token, anybody, who may nothing beyond reading what is public."""

    token: AccessToken | None = None

    @property
    def scopes(self) -> list[str]:
        """What the reader's key allows; nothing more than what is public, without one."""
        return sorted(self.token.scopes) if self.token else []

    def may(self, scope: str) -> bool:
        """Whether the reader's key has the scope."""
        return self.token is not None and scope in self.token.scopes

    def must(self, scope: str | None) -> None:
        """Raises Problem unless no scope is asked for or the reader's key has it."""
        if scope is None or self.may(scope):
            return
        if self.token is None:
            raise Problem(UNAUTHENTICATED, _("Esta dirección pide una clave: envíela en «Authorization: Bearer …»."))
        detail = _("La clave no tiene el permiso «%(scope)s». Pídalo a quien se la entregó.") % {"scope": scope}
        raise Problem(INSUFFICIENT_SCOPE, detail, scope=scope)


ANYBODY = Reader()


def reader_of(request: HttpRequest, *, at: datetime) -> Reader:
    """Who sends the request, by its key alone: a browser's session is never looked at. Raises Problem."""
    header = request.META.get("HTTP_AUTHORIZATION")
    if header is None:
        return ANYBODY
    kind, _blank, secret = header.partition(" ")
    if len(header) > LONGEST_HEADER or kind.lower() != "bearer" or not secret:
        raise Problem(UNAUTHENTICATED, _("«Authorization» debe ser «Bearer» y la clave, y nada más."))
    if token := open_with(secret=secret, at=at):
        return Reader(token)
    raise Problem(UNAUTHENTICATED, _("La clave no existe, venció o fue revocada."))
