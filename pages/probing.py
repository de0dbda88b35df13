"""Asking another site whether an address is still there, without being led inside our own network.

The name is resolved once and the connection goes to the address that was checked: only those of the public internet,
whatever the name says or a redirect leads to (server-side request forgery, OWASP).
"""

import http.client
import socket
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings

from pages.enums import LinkFault

TIMEOUT_SECONDS = 5
MOST_REDIRECTS = 4
AGENT = "Mozilla/5.0 (compatible; revision-de-enlaces)"
GONE, NOT_ALLOWED = {404, 410}, {403, 405, 501}
REDIRECTS = {301, 302, 303, 307, 308}


class Forbidden(Exception):
    """The address isn't one of the public internet."""


@dataclass(frozen=True)
class Answer:
    status: int
    location: str = ""


def probe(url: str) -> LinkFault | None:
    """What is wrong with the address; None when it answers, or answers that it doesn't speak to programs.

    Takes at most `TIMEOUT_SECONDS` for each of its few requests, and reads no body.
    """
    try:
        return _verdict(_followed(url))
    except Forbidden:
        return LinkFault.FORBIDDEN
    except ssl.SSLError:
        return LinkFault.INSECURE
    except (OSError, http.client.HTTPException, ValueError):
        return LinkFault.UNREACHABLE


def _verdict(status: int) -> LinkFault | None:
    if status in GONE:
        return LinkFault.NOT_FOUND
    return LinkFault.SERVER if status >= 500 else None


def _followed(url: str) -> int:
    """The status at the end of the redirects."""
    for _hop in range(MOST_REDIRECTS + 1):
        answer = _ask(url, "HEAD")
        if answer.status in NOT_ALLOWED:
            answer = _ask(url, "GET")
        if answer.status not in REDIRECTS or not answer.location:
            return answer.status
        url = urljoin(url, answer.location)
    return 508


def _ask(url: str, method: str) -> Answer:
    parts = urlsplit(url)
    connection = _connection(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, path, headers={"Host": parts.netloc, "User-Agent": AGENT})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location", ""))
    finally:
        connection.close()


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    """A connection to the address that was checked, whatever its name resolves to a moment later."""
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Forbidden(parts.geturl())
    port = parts.port or (443 if parts.scheme == "https" else 80)
    raw = socket.create_connection((_public_address(parts.hostname, port), port), timeout=TIMEOUT_SECONDS)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=TIMEOUT_SECONDS)
    try:
        secure = parts.scheme == "https"
        connection.sock = _encrypted(raw, parts.hostname) if secure else raw
    except BaseException:
        raw.close()
        raise
    return connection


def _encrypted(raw: socket.socket, hostname: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(raw, server_hostname=hostname)


def _public_address(hostname: str, port: int) -> str:
    """The first address of the name. Raises Forbidden when any of them is not of the public internet."""
    found = [info[4][0] for info in socket.getaddrinfo(hostname, port, type=socket.SOCK_STREAM)]
    allowed = f"{hostname}:{port}" in settings.LINK_CHECK_ALLOWED
    if not allowed and not all(ip_address(str(address)).is_global for address in found):
        raise Forbidden(hostname)
    return str(found[0])
