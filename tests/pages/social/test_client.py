"""The example client against a real server and a stand-in for the network, both on loopback."""

import json
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.pages.social.content import KEY_FILE
from tests.servers import ROOT, Server, environment, served

CLIENT = ROOT / "docs" / "how-to" / "cliente_difusion.py"
LOAD = "from tests.pages.social.content import load; load()"


class StandIn(BaseHTTPRequestHandler):
    """Keeps what is posted to it; refuses greetings, so that a failure is reported too."""

    posted: list[dict] = []

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.posted.append(sent)
        refused = sent["texto"].startswith("SALUDO")
        self.send_response(403 if refused else 200)
        self.end_headers()
        self.wfile.write(json.dumps({"url": f"https://red.example.test/{len(self.posted)}"}).encode())

    def log_message(self, *told) -> None:
        """Nothing is printed."""


@pytest.fixture
def network() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), StandIn)
    StandIn.posted.clear()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/publicar"
    server.shutdown()
    server.server_close()


@pytest.fixture
def platform(migrated_sqlite, tmp_path) -> Iterator[tuple[Server, str]]:
    with served(tmp_path, migrated_sqlite, load=LOAD) as server:
        yield server, (tmp_path / KEY_FILE).read_text()


def run(server: Server, key: str, network: str) -> list[str]:
    told = environment(API_URL=server.url, API_KEY=key, RED_URL=network)
    done = subprocess.run(
        [sys.executable, CLIENT, "facebook"], env=told, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def listed(server: Server, key: str, asked: str) -> list[dict]:
    request = urllib.request.Request(
        f"{server.url}/api/v1/social-kits?{asked}", headers={"Authorization": f"Bearer {key}"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["items"]


def test_the_client_posts_what_is_approved_reports_it_and_does_not_post_it_again(platform, network):
    server, key = platform
    assert len(run(server, key, network)) == 2
    [posted] = listed(server, key, "status=posted")
    assert posted["posted_url"].startswith("https://red.example.test/")
    assert "El canal llega a Succha" in posted["full_text"]
    [failed] = listed(server, key, "status=failed")
    assert "403" in failed["failure"]
    pictures = [each["imagen"] for each in StandIn.posted]
    with urllib.request.urlopen(pictures[0], timeout=30) as picture:
        assert picture.headers["Content-Type"] == "image/jpeg"
    assert run(server, key, network) == []
    assert len(StandIn.posted) == 2


def test_the_client_is_short():
    assert len(CLIENT.read_text().splitlines()) < 80
