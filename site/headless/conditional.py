"""Answers that a client may already have: entity tags, dates, and 304 (RFC 9110, section 13)."""

from collections.abc import Iterable
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date, parse_etags, quote_etag

from headless.edition import Edition

TAG_BYTES = 12
UNCHANGED = 304


def tag_of_edition(request: HttpRequest, edition: Edition, scopes: Iterable[str]) -> str:
    """The tag of an answer that depends on its address, what its reader may see and the edition alone.

    It is known before the answer is written.
    """
    asked = f"{request.scheme} {request.get_host()} {request.get_full_path()} {','.join(scopes)}"
    return quote_etag(f"{edition.number}-{_digest(asked.encode())}")


def tag_of_content(content: bytes) -> str:
    """The tag of an answer already written."""
    return quote_etag(_digest(content))


def client_has(request: HttpRequest, tag: str) -> bool:
    """Whether the client says that it holds the answer of that tag, compressed or not (the weak comparison)."""
    held = request.META.get("HTTP_IF_NONE_MATCH")
    return bool(held) and any(each == "*" or each.removeprefix("W/") == tag for each in parse_etags(held))


def dated(response: HttpResponse, tag: str, edition: Edition | None = None) -> HttpResponse:
    """The answer with its tag, and the day and hour of its edition."""
    response["ETag"] = tag
    if edition:
        response["Last-Modified"] = http_date(edition.moved_at.timestamp())
    return response


def unchanged() -> HttpResponse:
    """That what the client has is still so."""
    response = HttpResponse(status=UNCHANGED)
    del response["Content-Type"]
    return response


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=TAG_BYTES).hexdigest()
