"""What one request asks, read and at one instant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from headless.readers import ANYBODY, Reader


@dataclass(frozen=True)
class Question:
    """A request, the instant it is answered for, and the values of its parameters by name."""

    request: HttpRequest
    at: datetime
    values: dict[str, Any]

    @property
    def reader(self) -> Reader:
        """Who asks."""
        return getattr(self.request, "reader", ANYBODY)

    def absolute(self, address: str) -> str:
        """An address of this server as an integrator can follow it from anywhere."""
        return self.request.build_absolute_uri(address)
