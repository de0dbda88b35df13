"""Hostile addresses, sent byte by byte to a real server: an answer or a refusal, never a failure."""

import json
import socket
from urllib.parse import quote, urlsplit

import pytest

from tests.headless.hostile import ANSWERED, STOPPED

pytestmark = pytest.mark.xdist_group("processes")
# Found, moved to where it is, not understood, without a key, not there, too old a cursor, too long an address.
DOCUMENTED = {200, 301, 400, 401, 404, 410, 414}


def ask(server: str, target: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a GET whose target goes as it is."""
    where = urlsplit(server)
    with socket.create_connection((where.hostname, where.port), timeout=20) as line:
        request = f"GET {target} HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n\r\n"
        line.sendall(request.encode("latin-1"))
        answer = b"".join(iter(lambda: line.recv(65_536), b""))
    head, _blank, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _colon, value in (line.partition(": ") for line in lines)}
    return int(first.split()[1]), headers, body


def test_every_hostile_address_is_answered_or_refused_with_an_explanation(api_server):
    unexplained = []
    for target in ANSWERED:
        status, headers, body = ask(api_server, target)
        explained = status < 400 or headers["content-type"] == "application/problem+json"
        if status not in DOCUMENTED or not explained or "set-cookie" in headers or b"Traceback" in body:
            unexplained.append(f"{status} {target[:80]}")
    assert len(ANSWERED) > 2_000
    assert unexplained == []


@pytest.mark.parametrize("target", STOPPED, ids=range(len(STOPPED)))
def test_what_never_reaches_the_api_is_still_refused(api_server, target):
    status, _headers, body = ask(api_server, target)
    assert 300 <= status < 500
    assert b"Traceback" not in body


def test_a_slash_too_many_never_leads_to_another_server(api_server):
    for target in ("/api/v1/news/%2F%2Fevil.example/", "/api/v1/news//", "/api/v1/news/%5Cevil.example/"):
        _status, headers, _body = ask(api_server, target)
        assert headers.get("location", "/api/v1/").startswith("/api/v1/")


def test_a_value_that_comes_back_in_a_problem_is_still_json(api_server):
    typed = '"<script>\\u2028'
    _status, headers, body = ask(api_server, f"/api/v1/news?topic={quote(typed)}")
    assert typed in json.loads(body)["detail"]
    assert headers["x-content-type-options"] == "nosniff"
