"""One attempt: asking a receiver to take a message. Nothing here touches the database, so it may run in any thread."""

import http.client
import ssl
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from headless.webhooks.enums import Outcome
from headless.webhooks.rules.answers import outcome_of, seconds_asked
from headless.webhooks.rules.failures import failure_in_words
from headless.webhooks.rules.receivers import PORTS
from institution.outside import Door, Forbidden, Resolve, cut_after, resolved

STEP_SECONDS = 5
ANSWER_SECONDS = 10
MOST_LOGGED = 2_000
AGENT = "portal-institucional-webhooks/1.0"
EXPLAINS = ("Content-Type", "Location", "Retry-After")
NO_LOGGED_HEADER = "webhook-signature"


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is sent where."""

    address: str
    headers: dict[str, str]
    body: str

    @property
    def told(self) -> str:
        """What the log keeps of it: all but the signature."""
        lines = [f"{name}: {value}" for name, value in self.headers.items() if name != NO_LOGGED_HEADER]
        return cut("\n".join([f"POST {self.address}", *lines, "", self.body]))


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came of it; `response` is what the log keeps, `asked` the seconds that the receiver asked to wait."""

    outcome: Outcome
    status: int | None = None
    response: str = ""
    asked: int | None = None
    milliseconds: int = 0


def send(letter: Letter, *, resolve: Resolve = resolved) -> Reply:
    """Send a message and tell what came of it, whatever happens, within some twenty seconds."""
    started = time.monotonic()
    reply = _sent(letter, resolve)
    return Reply(**vars(reply) | {"milliseconds": round((time.monotonic() - started) * 1_000)})


def _sent(letter: Letter, resolve: Resolve) -> Reply:
    try:
        return _asked(letter, resolve)
    except Forbidden:
        return Reply(outcome=Outcome.FORBIDDEN)
    except ssl.SSLError as failure:
        return Reply(outcome=Outcome.INSECURE, response=_told(failure, letter))
    except (OSError, http.client.HTTPException, ValueError) as failure:
        return Reply(outcome=Outcome.UNREACHABLE, response=_told(failure, letter))


def _asked(letter: Letter, resolve: Resolve) -> Reply:
    parts = urlsplit(letter.address)
    door = Door(seconds=STEP_SECONDS, ports=PORTS, allowed=settings.WEBHOOK_ALLOWED, resolve=resolve)
    connection = door.connect(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Host": parts.netloc, "User-Agent": AGENT, "Content-Type": "application/json"} | letter.headers
    with cut_after(connection, seconds=ANSWER_SECONDS):
        connection.request("POST", path, body=letter.body.encode(), headers=headers)
        response = connection.getresponse()
        return _reply_of(response, response.read(MOST_LOGGED).decode(errors="replace"))


def _reply_of(response: http.client.HTTPResponse, body: str) -> Reply:
    lines = [f"{name}: {value}" for name in EXPLAINS if (value := response.getheader(name))]
    return Reply(
        outcome=outcome_of(response.status),
        status=response.status,
        response=cut("\n".join([f"HTTP {response.status}", *lines, "", body])),
        asked=seconds_asked(response.getheader("Retry-After")),
    )


def cut(text: str) -> str:
    """The text as the log keeps it: without NUL, which no database takes, and not for ever."""
    clean = text.replace("\x00", "")
    return clean if len(clean) <= MOST_LOGGED else clean[: MOST_LOGGED - 1] + "…"


def _told(failure: Exception, letter: Letter) -> str:
    return cut(failure_in_words(failure, host=urlsplit(letter.address).hostname or ""))
