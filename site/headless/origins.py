"""Which pages of other sites a browser lets read the API (CORS; https://fetch.spec.whatwg.org/#http-cors-protocol).

A browser never sends a session here: `Access-Control-Allow-Credentials` is not told, and keys travel in a header.
"""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

ANY = "*"
A_DAY = 86_400
# `*` would not let `Authorization` through.
SENT = "Authorization, Content-Type, Idempotency-Key, If-Modified-Since, If-None-Match"
READ = "ETag, Idempotency-Replayed, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate"


def open_to_origins(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer, which the pages of `API_ORIGINS` may read, and its caches tell origins apart if they are a few."""
    origin = _allowed(request, response)
    if origin:
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Expose-Headers"] = READ
    return response


def told_methods(methods: Sequence[str]) -> HttpResponse:
    """What may be asked at an address, for who asks with OPTIONS and for a browser's preflight."""
    told = ", ".join(methods)
    headers = {"Allow": told, "Cache-Control": f"public, max-age={A_DAY}"}
    preflight = {"Allow-Methods": told, "Allow-Headers": SENT, "Max-Age": str(A_DAY)}
    headers |= {f"Access-Control-{name}": value for name, value in preflight.items()}
    return HttpResponse(status=204, headers=headers)


def _allowed(request: HttpRequest, response: HttpResponse) -> str | None:
    """The origin that may read, as the header tells it; None for one that isn't ours."""
    if ANY in settings.API_ORIGINS:
        return ANY
    patch_vary_headers(response, ["Origin"])
    origin = request.headers.get("Origin")
    return origin if origin in settings.API_ORIGINS else None
