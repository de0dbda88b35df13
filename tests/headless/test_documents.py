"""What the API says about itself."""

import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from headless.resources import offered
from headless.scopes import offered_scopes
from tests.headless.contract import document

SPANISH_AT_LEAST = 15


def operations() -> list[dict]:
    return [operation for path in document()["paths"].values() for operation in path.values()]


def parameters() -> list[dict]:
    return [each for operation in operations() for each in operation["parameters"]]


def test_the_document_is_valid_openapi_3_1():
    assert document()["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(document()).validate()


def test_the_document_describes_every_resource_and_no_parameter_more_or_less_than_it_reads():
    for resource in offered():
        told = document()["paths"][f"/api/v1/{resource.name}"]["get"]["parameters"]
        assert [each["name"] for each in told] == [each.name for each in resource.list_parameters]


def test_every_parameter_says_what_it_is_for():
    assert [each["name"] for each in parameters() if len(each.get("description", "")) < SPANISH_AT_LEAST] == []


def test_every_operation_tells_of_its_problems():
    for operation in operations():
        assert {"200", "400", "401", "500"} <= set(operation["responses"])


def test_the_document_is_served_as_it_is(client, db):
    assert client.get("/api/v1/openapi.json").json() == document()


def test_the_documentation_page_names_no_other_server(client, db):
    page = client.get("/api/v1/docs").content.decode()
    assert re.findall(r"(?:https?:)?//[\w.-]+", page) == []
    assert '"validatorUrl": "none"' in page
    assert '"url": "/api/v1/openapi.json"' in page


def test_the_files_of_the_documentation_page_are_served_from_here(client, db):
    page = client.get("/api/v1/docs").content.decode()
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(files) == 3
    for file in files:
        assert client.get(file).status_code == 200


def test_the_headers_of_limits_and_keys_are_told():
    answers = document()["components"]["responses"]
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= answers["Problem429"]["headers"].keys()
    assert "WWW-Authenticate" in answers["Problem401"]["headers"].keys() & answers["Problem403"]["headers"].keys()
    for operation in operations():
        assert {"RateLimit", "RateLimit-Policy", "Cache-Control"} <= operation["responses"]["200"]["headers"].keys()


def test_every_scope_that_an_operation_needs_is_one_that_keys_may_be_given():
    needed = {name for operation in operations() for each in operation.get("security", []) for name in each["bearer"]}
    assert needed <= {each.name for each in offered_scopes()}


@pytest.mark.parametrize("name", ["NewsItem", "NewsDetail", "NewsList", "Problem"])
def test_an_answer_is_told_by_name(name):
    assert name in document()["components"]["schemas"]
