"""What the API says about itself."""

import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from headless.resources import offered
from tests.headless.contract import document

SPANISH_AT_LEAST = 15


def parameters() -> list[dict]:
    return [each for path in document()["paths"].values() for each in path["get"]["parameters"]]


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
    for path in document()["paths"].values():
        assert {"200", "400", "500"} <= set(path["get"]["responses"])


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


@pytest.mark.parametrize("name", ["NewsItem", "NewsDetail", "NewsList", "Problem"])
def test_an_answer_is_told_by_name(name):
    assert name in document()["components"]["schemas"]
