"""Sending a file, whole or the part that is asked for: a phone's player skips through a video by asking for parts.

Django and Wagtail only send files whole. Source: RFC 9110, section 14 (range requests).
"""

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import IO, Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
CHUNK = 64 * 1024

View = Callable[..., HttpResponseBase]


def in_parts(view: View) -> View:
    """Have a view that sends a file send only a part of it (206) when one is asked for; 416 when it lies beyond."""

    @wraps(view)
    def sending(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if not isinstance(response, FileResponse) or response.status_code != 200:
            return response
        del response["Content-Encoding"]  # Wagtail writes «None» in it
        response["Accept-Ranges"] = "bytes"
        asked = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
        return _part(response, asked) if asked and _unchanged(request, response) else response

    return sending


def _unchanged(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the reader's earlier parts are of this same file."""
    known = request.headers.get("If-Range")
    return known is None or known in (response.get("Last-Modified"), response.get("ETag"))


def _part(whole: FileResponse, asked: re.Match[str]) -> HttpResponseBase:
    size = int(whole["Content-Length"])
    start, end = bounds(asked[1], asked[2], size)
    if start > end or start >= size:
        whole.file_to_stream.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    part = StreamingHttpResponse(_chunks(whole.file_to_stream, start, end), status=206, headers=dict(whole.headers))
    part["Content-Range"] = f"bytes {start}-{end}/{size}"
    part["Content-Length"] = str(end - start + 1)
    return part


def bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and last byte asked for; a reversed pair when nothing was."""
    if not first:
        return (max(0, size - int(last)), size - 1) if last and int(last) else (1, 0)
    return int(first), min(int(last), size - 1) if last else size - 1


def _chunks(file: IO[bytes], start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = end - start + 1
        while left and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
