"""What every request passes through beside Django's own."""

import logging
import re
from collections.abc import Callable

import brotli
from django.db import DataError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from config.settings.content_policy import BACKEND_DIRECTIVES
from headless.door import at_the_door, unknown_address
from pages.views.errors import bad_request, not_found

logger = logging.getLogger(__name__)
# How Django, SQLite and PostgreSQL refuse a key that is no number, or is one too large for any row.
REFUSED_KEYS = (
    (ValueError, "expected a number but got"),
    (OverflowError, "too large to convert"),
    (DataError, "out of range"),
)
OF_WORDS = ("text/", "application/json", "application/xml", "application/javascript", "application/problem+json",
            "application/rss+xml", "application/atom+xml", "application/feed+json", "image/svg+xml")  # fmt: skip
API_PATH = "/api/"
BROTLI = re.compile(r"(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[0-9.]+\s*)?(?:,|$)")
BROTLI_QUALITY = 4  # of 11: about the time of gzip
SHORTEST = 200  # bytes, as Django's gzip
BACKEND_PATHS = ("/admin/", "/api/v1/docs")


class CompressedWords(GZipMiddleware):
    """Compresses what is made of words. Pictures, sound and video are small already, and a part of one must keep
    the length that it was asked with.

    The API's answers, which carry no secret of a session, go in Brotli where it is understood: a fifth less than gzip,
    which Django pads at random against BREACH.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.get("Content-Type", "")
        if response.status_code == 206 or not kind.startswith(OF_WORDS):
            return response
        if isinstance(response, HttpResponse) and request.path.startswith(API_PATH) and _takes_brotli(request):
            return _in_brotli(response)
        return super().process_response(request, response)


def _takes_brotli(request: HttpRequest) -> bool:
    """Whether the client says that it reads Brotli (RFC 9110, section 12.5.3)."""
    return bool(BROTLI.search(request.META.get("HTTP_ACCEPT_ENCODING", "")))


def _in_brotli(response: HttpResponse) -> HttpResponse:
    """The answer compressed, if it is worth it; its tag is then weak, as its bytes are others."""
    if len(response.content) < SHORTEST or response.has_header("Content-Encoding"):
        return response
    response.content = brotli.compress(response.content, quality=BROTLI_QUALITY)
    response["Content-Encoding"], response["Content-Length"] = "br", str(len(response.content))
    patch_vary_headers(response, ["Accept-Encoding"])
    if tag := response.get("ETag"):
        response["ETag"] = tag if tag.startswith("W/") else f"W/{tag}"
    return response


class BackendContentPolicy:
    """Gives the backend its own Content-Security-Policy; the portal keeps the strict one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(BACKEND_PATHS):
            response._csp_replace = BACKEND_DIRECTIVES
        return response


class WithoutNul:
    """Drops NUL from the query string and finds nothing at a path with one: no database or file system takes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = without_nul(request.GET)
        if "\0" in request.path_info:
            return _nothing_there(request)
        return self.get_response(request)


class UnreadableKeys:
    """Answers 400 when a form sends words where the key of a row goes, which Wagtail's choosers look up unasked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not any(isinstance(exception, kind) and words in str(exception) for kind, words in REFUSED_KEYS):
            return None
        logger.warning("A key that is no number was sent to %s", request.path, exc_info=exception)
        return bad_request(request, exception)


def _nothing_there(request: HttpRequest) -> HttpResponse:
    """Not found, as the part of the platform that was asked says it."""
    answer = at_the_door(unknown_address) if request.path.startswith("/api/") else not_found
    return answer(request)


def without_nul(query: QueryDict) -> QueryDict:
    """The same parameters with every NUL removed from names and values."""
    clean = QueryDict(mutable=True, encoding=query.encoding)
    for name, values in query.lists():
        clean.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    clean._mutable = False
    return clean
