"""What one request asks, read and at one instant."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import HttpRequest

from headless.readers import ANYBODY, Reader

# Stands for this server's origin in what is written for every reader; RFC 2606 keeps the name free.
ANY_ORIGIN = "https://este-portal.invalid"


@dataclass(frozen=True)
class Question:
    """A request, the instant it is answered for, and the values of its parameters by name.

    `for_everyone`: what is written of it will be read under other origins too, and carries `ANY_ORIGIN`.
    """

    request: HttpRequest
    at: datetime
    values: dict[str, Any]
    for_everyone: bool = False

    @property
    def reader(self) -> Reader:
        """Who asks."""
        return getattr(self.request, "reader", ANYBODY)

    def absolute(self, address: str) -> str:
        """An address of this server as an integrator can follow it from anywhere."""
        return f"{self.origin}{address}" if address.startswith("/") else address

    @cached_property
    def origin(self) -> str:
        """The scheme and the host under which the server was asked."""
        return ANY_ORIGIN if self.for_everyone else self.request.build_absolute_uri("/")[:-1]

    @property
    def widely(self) -> "Question":
        """The same question, to write what every reader may be given."""
        return replace(self, for_everyone=True)

    def addressed(self, text: str) -> str:
        """What was written for everyone, under the origin of this question."""
        return text.replace(ANY_ORIGIN, self.origin)
