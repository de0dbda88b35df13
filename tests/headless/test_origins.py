"""What a browser lets the pages of other sites read."""

import pytest

pytestmark = pytest.mark.django_db
PATH, OURS, ANOTHER = "/api/v1/problems", "https://app.example.test", "https://evil.example.test"


def ask(client, origin: str | None = None, *, path: str = PATH, preflight: str = ""):
    headers = {"origin": origin} if origin else {}
    if not preflight:
        return client.get(path, headers=headers)
    asked = {"access-control-request-method": preflight, "access-control-request-headers": "authorization"}
    return client.options(path, headers=headers | asked)


def words(response, name: str) -> set[str]:
    return set(response.get(name, "").split(", "))


def test_by_default_any_page_reads_and_caches_need_not_tell_pages_apart(client):
    for origin in (None, OURS, "null"):
        response = ask(client, origin)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Origin" not in words(response, "Vary")
        assert "Access-Control-Allow-Credentials" not in response


def test_a_page_reads_what_it_needs_to_ask_again_well(client):
    told = words(ask(client, OURS), "Access-Control-Expose-Headers")
    assert {"ETag", "Last-Modified", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"} <= told


def test_a_browser_may_send_a_key_and_what_it_has_already(client):
    response = ask(client, OURS, preflight="GET")
    assert response.status_code == 204
    assert {"Authorization", "If-None-Match", "Idempotency-Key", "Content-Type"} <= words(
        response, "Access-Control-Allow-Headers"
    )
    assert words(response, "Access-Control-Allow-Methods") == {"GET", "HEAD", "OPTIONS"}
    assert int(response["Access-Control-Max-Age"]) > 600


@pytest.mark.parametrize("preflight", ["", "GET"])
@pytest.mark.parametrize("path", [PATH, "/api/v1/nada", f"{PATH}?x=1"])
def test_with_a_list_of_origins_only_those_read_and_caches_tell_them_apart(client, settings, path, preflight):
    settings.API_ORIGINS = [OURS, "https://otra.example.test"]
    ours, another, nobody = (ask(client, each, path=path, preflight=preflight) for each in (OURS, ANOTHER, None))
    assert ours["Access-Control-Allow-Origin"] == OURS
    for response in (another, nobody):
        assert "Access-Control-Allow-Origin" not in response
        assert "Access-Control-Expose-Headers" not in response
    assert all("Origin" in words(response, "Vary") for response in (ours, another, nobody))


@pytest.mark.parametrize(
    "origin", [f"{OURS}.evil.test", f"{OURS}:8443", "http://app.example.test", f"{OURS}/", "null", "*"]
)
def test_an_origin_is_ours_whole_or_not_at_all(client, settings, origin):
    settings.API_ORIGINS = [OURS]
    assert "Access-Control-Allow-Origin" not in ask(client, origin)


def test_a_refusal_for_asking_too_often_is_readable_from_a_page(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    answers = [ask(client, OURS) for _time in range(3)]
    assert answers[-1].status_code == 429
    assert "Retry-After" in words(answers[-1], "Access-Control-Expose-Headers")
    assert answers[-1]["Access-Control-Allow-Origin"] == "*"
