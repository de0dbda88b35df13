"""A server on loopback that writes down what it is asked, and answers as a new cluster would."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

WRITING = ("index", "delete")


@dataclass(frozen=True)
class Asked:
    """One request: its method, path and parameters, what its body says (a list, of several lines), and its type."""

    what: str
    parameters: dict[str, str]
    body: Any
    content_type: str = field(compare=False)
    authorization: str = field(compare=False, repr=False)


class Recorder(ThreadingHTTPServer):
    """Knows which indexes were made; it finds what `hits` has."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[Asked] = []
        self.indexes: set[str] = set()
        self.hits: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def written(self) -> list[str]:
        """The documents that were written or deleted, in their order."""
        lines = [line for each in self.asked if each.what.endswith("_bulk") for line in each.body]
        return [line[name]["_id"] for line in lines for name in WRITING if name in line]

    def answer(self, asked: Asked) -> tuple[int, Any]:
        """The status and the body for a request."""
        method, path = asked.what.split(" ", 1)
        name, _, rest = path.strip("/").partition("/")
        if method == "PUT" and not rest:
            self.indexes.add(name)
        if method == "HEAD" or (method == "GET" and name == "_alias"):
            return (200 if name in self.indexes else 404), {}
        if rest == "_bulk":
            return 200, {"errors": False, "items": [{each: {"status": 200}} for each in _written(asked.body)]}
        return 200, {"hits": {"hits": self.hits}} if rest == "_search" else {} if "*" in name else {
            "acknowledged": True
        }


class _Handler(BaseHTTPRequestHandler):
    server: Recorder

    def _answer(self) -> None:
        asked = self._asked()
        self.server.asked.append(asked)
        status, said = self.server.answer(asked)
        told = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", self._spoken())
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(told)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - the names that the server looks for

    def _spoken(self) -> str:
        """The type of content of a request, which answers keep."""
        return self.headers.get("Accept", "*/*").replace("*/*", "application/json").partition(",")[0]

    def _asked(self) -> Asked:
        parts = urlsplit(self.path)
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        lines = [json.loads(line) for line in text.splitlines() if line]
        body = lines if parts.path.endswith("_bulk") else lines[0] if lines else None
        kind = self.headers.get("Content-Type", "")
        # Of bulk requests the clients make one a PUT and the other a POST, which mean the same.
        method = "POST" if parts.path.endswith("_bulk") else self.command
        who = self.headers.get("Authorization", "")
        return Asked(f"{method} {parts.path}", dict(parse_qsl(parts.query)), body, kind, who)

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


def _written(lines: list[dict]) -> Iterator[str]:
    return (name for line in lines for name in WRITING if name in line)


@contextmanager
def recording() -> Iterator[Recorder]:
    """A recorder that listens for as long as the block lasts."""
    recorder = Recorder()
    thread = threading.Thread(target=recorder.serve_forever, daemon=True)
    thread.start()
    try:
        yield recorder
    finally:
        recorder.shutdown()
        recorder.server_close()
        thread.join()
