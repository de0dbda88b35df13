"""Each operation of the document shows what it answers and takes, as it really does."""

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from headless.resources import Resource, offered
from headless.watching import followed
from headless.writing import Operation, offered_operations
from pages.api.social_kits import READ, WRITE
from pages.models import Alert, Attachment, StandardPage
from pages.models.piece import piece_models
from tests.factories.every_type import published_of
from tests.factories.institution import DistrictFactory, DocumentFactory, ImageFactory, OrganicUnitFactory
from tests.factories.pages import topic
from tests.factories.social_kits import NOON, approved, greeting, post_on
from tests.factories.tokens import bearer, token_with
from tests.headless.contract import document

JSON = "application/json"
DAY = {"starts_at": "2026-11-24T08:00:00-05:00", "ends_at": "2026-11-25T08:00:00-05:00"}
OPERATIONS = [
    pytest.param(operation, id=operation["operationId"])
    for path in document()["paths"].values()
    for operation in path.values()
]
RESOURCES = [pytest.param(each, id=each.name) for each in offered()]
WRITES = [pytest.param(each, id=each.name) for each in offered_operations()]


def shown(path: str, method: str = "get") -> dict:
    """What the document shows that an operation answers."""
    return document()["paths"][f"/api/v1/{path}"][method]["responses"]["200"]["content"][JSON]["example"]


def contents(operation: dict) -> list[dict]:
    """What an operation takes, if anything, and what it answers when all goes well."""
    answers = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
    return [each["content"][JSON] for each in (operation.get("requestBody"), *answers) if each]


@pytest.fixture
def reader(tree, client, time_machine) -> Client:
    """Who may read all, with something of each resource to read."""
    time_machine.move_to(NOON)
    for make in (OrganicUnitFactory, DistrictFactory, lambda: topic("Obras")):
        make()
    for model in piece_models():
        piece = published_of(model, lead_photo=ImageFactory(), lead_photo_alt="Un cerro")
    Attachment.objects.create(page=piece, document=DocumentFactory())
    Alert.objects.create(title="Lluvias", text="Viaje de día.", source="Defensa Civil", **DAY)
    tree.home.add_child(instance=StandardPage(title="Historia", slug="historia", live=True))
    approved(post_on("x", kit=greeting()))
    client.defaults["HTTP_AUTHORIZATION"] = bearer(token_with(READ, WRITE)[1])["authorization"]
    return client


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_shows_what_it_takes_and_answers_and_its_schema_allows_it(operation):
    for content in contents(operation):
        schema = content["schema"] | {"components": document()["components"]}
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(content["example"])


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_example_of_an_element_and_of_its_list_are_whole(resource: Resource):
    resource.detail.model_validate(shown(f"{resource.name}/{{key}}"))
    for item in shown(resource.name)["items"]:
        resource.item.model_validate(item)


def test_every_example_tells_what_a_real_answer_tells_and_nothing_else(reader):
    for resource in offered():
        path = f"/api/v1/{resource.name}"
        listing = reader.get(path).json()
        element = reader.get(f"{path}/{listing['items'][0]['id']}").json()
        assert shown(resource.name).keys() == listing.keys()
        assert shown(resource.name)["items"][0].keys() == listing["items"][0].keys(), resource.name
        assert shown(f"{resource.name}/{{key}}").keys() == element.keys(), resource.name


@pytest.mark.parametrize("path", ["", "changes", "problems", "problems/not-found"])
def test_the_examples_of_the_frame_tell_what_its_answers_tell(reader, path):
    example, answer = shown(path.replace("not-found", "{slug}")), reader.get(f"/api/v1/{path}").json()
    assert example.keys() == answer.keys()
    if "items" in answer and path != "changes":
        assert example["items"] == [each for each in answer["items"] if each in example["items"]]


def test_the_example_of_what_changed_is_of_something_that_is_followed():
    assert {each["type"] for each in shown("changes")["items"]} <= {each.name for each in followed()}


@pytest.mark.parametrize("operation", WRITES)
def test_what_is_shown_to_be_sent_is_taken_and_answered_as_shown(reader, operation: Operation):
    listing = reader.get(f"/api/v1/{operation.resource}").json()
    path = f"{operation.resource}/{{key}}/{operation.path}"
    sent = document()["paths"][f"/api/v1/{path}"]["post"]["requestBody"]["content"][JSON]["example"]
    key = listing["items"][0]["id"]
    answer = reader.post(f"/api/v1/{path.format(key=key)}", sent, content_type=JSON)
    assert answer.status_code == 200, answer.content
    assert answer.json() == shown(path, "post") | ({"id": key} if "id" in answer.json() else {})
