"""Asking another site whether an address is still there, without being led inside our own network.

Each redirect passes through the same door as the first address.
"""

import http.client
import ssl
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.conf import settings

from institution.outside import PORTS, Door, Forbidden, cut_after
from pages.enums import LinkFault

TIMEOUT_SECONDS = 5
MOST_REDIRECTS = 4
AGENT = "Mozilla/5.0 (compatible; revision-de-enlaces)"
GONE, NOT_ALLOWED = {404, 410}, {403, 405, 501}
REDIRECTS = {301, 302, 303, 307, 308}


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
    door = Door(seconds=TIMEOUT_SECONDS, schemes=PORTS, allowed=settings.LINK_CHECK_ALLOWED)
    connection = door.connect(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    with cut_after(connection, seconds=TIMEOUT_SECONDS):
        connection.request(method, path, headers={"Host": parts.netloc, "User-Agent": AGENT})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location", ""))
