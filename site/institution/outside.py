"""Connecting to somebody else's server without being led inside our own network (server-side request forgery, OWASP).

The name is resolved once, every address that it gave must be one of the public internet, and the connection goes to one
of those, whatever the name resolves to a moment later; the name itself is only told to the server. Nobody here follows
a redirect: who does must come through this door again.
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult

from institution.rules.addresses import is_public

PORTS = {"http": 80, "https": 443}
MOST_ADDRESSES = 2

Resolve = Callable[[str, int], list[str]]


class Forbidden(Exception):
    """The address isn't one that may be asked."""


def resolved(host: str, port: int) -> list[str]:
    """Every address of a name, best first. Raises OSError when it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


@dataclass(frozen=True, kw_only=True)
class Door:
    """What may be asked: addresses of the public internet, by these schemes and ports (None: any), and `allowed`
    hosts, each `name:port`, wherever they are and by HTTP too.

    `seconds` bounds each step of a connection.
    """

    seconds: float
    schemes: Collection[str] = ("https",)
    ports: Collection[int] | None = None
    allowed: Collection[str] = ()
    resolve: Resolve = resolved

    def connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        """A connection to where the address says. Raises Forbidden, OSError (ssl.SSLError among them), ValueError."""
        host, port = self._destination(parts)
        raw = self._reach(self._addresses(host, port), port)
        connection = http.client.HTTPConnection(host, port, timeout=self.seconds)
        try:
            secure = parts.scheme == "https"
            connection.sock = ssl.create_default_context().wrap_socket(raw, server_hostname=host) if secure else raw
        except BaseException:
            raw.close()
            raise
        return connection

    def _destination(self, parts: SplitResult) -> tuple[str, int]:
        if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
            raise Forbidden(parts.geturl())
        host, port = parts.hostname, parts.port or PORTS[parts.scheme]
        usual = parts.scheme in self.schemes and (self.ports is None or port in self.ports)
        if not usual and not self._is_allowed(host, port):
            raise Forbidden(parts.geturl())
        return host, port

    def _is_allowed(self, host: str, port: int) -> bool:
        return f"{host}:{port}" in self.allowed

    def _addresses(self, host: str, port: int) -> list[str]:
        """What the name resolves to, once. Raises Forbidden when any of it is not of the public internet."""
        found = self.resolve(host, port)
        if not self._is_allowed(host, port) and not all(is_public(address) for address in found):
            raise Forbidden(host)
        return found[:MOST_ADDRESSES]

    def _reach(self, addresses: list[str], port: int) -> socket.socket:
        *first, last = addresses
        for address in first:
            with suppress(OSError):
                return socket.create_connection((address, port), timeout=self.seconds)
        return socket.create_connection((last, port), timeout=self.seconds)


@contextmanager
def cut_after(connection: http.client.HTTPConnection, *, seconds: float) -> Iterator[None]:
    """Cut the connection if what is done with it takes longer: a server could answer a letter at a time for ever."""
    sock = connection.sock

    def cut() -> None:
        with suppress(OSError, ValueError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()
