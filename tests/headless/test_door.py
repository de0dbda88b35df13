"""What every address of the API does alike."""

import json

import pytest

from headless.resources import offer, offered
from tests.headless.contract import as_published

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/"
READABLE = [ROOT, "/api/v1/news", "/api/v1/problems", "/api/v1/openapi.json", "/api/v1/docs"]


def problem_of(response) -> dict:
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    document = json.loads(response.content)
    assert document["status"] == response.status_code
    return document


def test_the_root_links_to_every_resource_and_to_the_documentation(client, tree):
    root = as_published(client.get(ROOT))
    told = [each["url"] for each in root["resources"]]
    assert {f"http://testserver/api/v1/{each.name}" for each in offered()} <= set(told)
    keyed = {f"http://testserver/api/v1/{each.name}" for each in offered() if each.scope}
    for address in (root["documentation"], root["openapi"], root["problems"], *told):
        assert client.get(address).status_code == (401 if address in keyed else 200)


def test_the_type_of_a_problem_is_an_address_that_says_what_it_means(client):
    problem = problem_of(client.get("/api/v1/news?limt=1"))
    meaning = as_published(client.get(problem["type"]))
    assert (meaning["type"], meaning["status"]) == ("/api/v1/problems/unknown-parameter", 400)


@pytest.mark.parametrize(
    "path", ["nada", "news/a/b", "problems/nada", "docs/x", "NEWS", "images/x", "//", "%FF", "%0A", "a?b=%FF"]
)
def test_an_unknown_address_is_a_404_problem(client, tree, path):
    problem = problem_of(client.get(f"{ROOT}{path}"))
    assert (problem["type"], problem["status"]) == ("/api/v1/problems/not-found", 404)


@pytest.mark.parametrize("path", READABLE)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_another_method_is_a_405_problem_that_lists_the_right_ones(client, tree, path, method):
    response = client.generic(method, path)
    assert problem_of(response)["status"] == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", READABLE)
def test_head_answers_the_headers_of_get_without_its_body(client, tree, path):
    got, headed = client.get(path), client.head(path)
    assert headed.content == b""
    assert {name: headed[name] for name in ("Content-Type", "Content-Length", "Cache-Control")} == {
        name: got[name] for name in ("Content-Type", "Content-Length", "Cache-Control")
    }


@pytest.mark.parametrize("path", READABLE)
def test_options_tells_the_methods_to_any_origin(client, tree, path):
    response = client.options(path)
    assert response.status_code == 204
    assert response["Allow"] == response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", [*READABLE, "/api/v1/nada", "/api/v1/news?limit=0"])
def test_every_answer_is_open_to_every_origin_without_credentials(client, tree, path):
    response = client.get(path)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert {"Accept-Encoding", "Authorization"} <= set(response["Vary"].split(", "))
    assert not response.cookies


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        ("/api/v1/news/", "/api/v1/news"),
        ("/api/v1/news//", "/api/v1/news"),
        ("/api/v1/news/?limit=1&q=%C3%B1", "/api/v1/news?limit=1&q=%C3%B1"),
        ("/api/v1/news/una-nota/", "/api/v1/news/una-nota"),
        ("/api/v1/openapi.json/", "/api/v1/openapi.json"),
    ],
)
def test_a_slash_too_many_is_sent_to_where_the_resource_is(client, tree, asked, sent):
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, sent)


def test_our_own_failure_is_a_problem_without_its_inner_workings(client, tree, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise RuntimeError("secreto interno")

    monkeypatch.setattr("headless.serving.slice_of", fail)
    response = client.get("/api/v1/news")
    assert problem_of(response)["type"] == "/api/v1/problems/server-error"
    assert b"secreto" not in response.content
    assert b"Traceback" not in response.content
    assert "secreto interno" in caplog.text


def test_a_name_is_offered_once():
    with pytest.raises(ValueError, match="news"):
        offer(offered()[0])
