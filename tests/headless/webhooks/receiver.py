"""A receiver of the test's own: a real HTTP server that answers what it is told to and remembers what it got."""

import json
import ssl
import threading
import time
from collections import Counter
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Got(NamedTuple):
    """A request as it came."""

    path: str
    headers: dict[str, str]
    body: str

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def told(self) -> dict[str, Any]:
        return json.loads(self.body)


class Receiver(ThreadingHTTPServer):
    """`status` is what it answers; `slow` the seconds that it takes, `drip` those between letters of its answer.

    With a `context`, it speaks HTTPS.
    """

    daemon_threads = True

    def __init__(self, port: int = 0, context: ssl.SSLContext | None = None):
        super().__init__(("127.0.0.1", port), _Handler)
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.got: list[Got] = []
        self.status, self.slow, self.drip = 200, 0.0, 0.0
        self.headers: dict[str, str] = {}
        self.answer = b"gracias"
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def address(self) -> str:
        return f"http://{self.place}/avisos"

    @property
    def accepted(self) -> list[str]:
        """The identifiers of what came, in order."""
        return [each.id for each in self.got]

    def twice(self) -> list[str]:
        """What came more than once."""
        return [each for each, times in Counter(self.accepted).items() if times > 1]

    def handle_error(self, request, client_address) -> None:
        """Say nothing of who went away."""

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.got.append(Got(self.path, headers, body))
        time.sleep(self.server.slow)
        if self.server.drip:
            return self._drip()
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.server.answer)))
        self.end_headers()
        self.wfile.write(self.server.answer)
        return None

    def _drip(self) -> None:
        """Answer a letter at a time, for as long as anybody listens."""
        with suppress(OSError):
            for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200:
                self.wfile.write(bytes([letter]))
                time.sleep(self.server.drip)

    def log_message(self, *_args):
        """Say nothing."""
