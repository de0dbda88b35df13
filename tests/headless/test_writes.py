"""What the frame does with a write, whatever it writes."""

import json

import pytest
from django.test import Client
from django.utils import timezone
from openapi_spec_validator import OpenAPIV31SpecValidator

from headless.actions.kept_answers import KEPT_FOR, forget_old_answers
from headless.models import KeptAnswer
from headless.scopes import _offered as scopes
from headless.scopes import offer_scope
from tests.factories.institution import OrganicUnitFactory
from tests.factories.people import user_with
from tests.factories.tokens import reading_with
from tests.headless.writes import SCOPE, api

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.headless.writes")]
JSON = "application/json"
WITH_OFFSET = "como 2026-07-28T10:30:00-05:00"


@pytest.fixture(autouse=True)
def _the_scope_exists(monkeypatch):
    monkeypatch.setattr("headless.scopes._offered", dict(scopes))
    offer_scope(name=SCOPE, title="Encargar tareas", doc="Solo para estas pruebas.")


@pytest.fixture
def unit():
    return OrganicUnitFactory(code="OII", functions="")


@pytest.fixture
def key() -> dict[str, str]:
    return reading_with(SCOPE)[1]


def send(client: Client, sent, key=None, *, to="OII", name=None, content_type=JSON):
    body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    headers = (key or {}) | ({"idempotency-key": name} if name else {})
    return client.post(f"/api/v1/units/{to}/tasks", body, content_type=content_type, headers=headers)


def problem(response, slug: str) -> dict:
    assert response["Content-Type"] == "application/problem+json"
    told = response.json()
    assert told["type"] == f"/api/v1/problems/{slug}"
    return told


def functions(unit) -> str:
    unit.refresh_from_db()
    return unit.functions


def test_who_may_does_it_and_reads_what_came_of_it(client, unit, key):
    response = send(client, {"text": "barrer", "since": "2026-07-28T10:30:00-05:00", "times": [1]}, key)
    assert (response.status_code, response.json()) == (200, {"id": unit.pk, "functions": "barrer;"})
    assert response["Cache-Control"] == "no-store"
    assert functions(unit) == "barrer;"


def test_without_a_key_nothing_is_done(client, unit):
    response = send(client, {"text": "barrer"})
    assert problem(response, "unauthenticated")["status"] == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'
    assert functions(unit) == ""


def test_a_key_without_the_scope_is_told_which_it_lacks(client, unit):
    response = send(client, {"text": "barrer"}, reading_with()[1])
    assert (problem(response, "insufficient-scope")["scope"], response.status_code) == (SCOPE, 403)
    assert f'scope="{SCOPE}"' in response["WWW-Authenticate"]
    assert functions(unit) == ""


def test_the_session_of_a_person_who_signed_in_counts_for_nothing(unit):
    client = Client(enforce_csrf_checks=True)
    user = user_with(None)
    user.is_superuser = True
    user.save()
    client.force_login(user)
    assert send(client, {"text": "barrer"}).status_code == 401


def test_a_key_needs_no_token_of_a_form(unit, key):
    assert send(Client(enforce_csrf_checks=True), {"text": "barrer"}, key).status_code == 200


@pytest.mark.parametrize("to", ["NO", "999999", "%20", "a" * 400])
def test_an_item_that_is_not_there_is_a_404(client, unit, key, to):
    problem(send(client, {"text": "barrer"}, key, to=to), "not-found")


def test_an_item_that_the_holder_may_not_read_is_a_404(client, key):
    OrganicUnitFactory(code="OII", active=False)
    problem(send(client, {"text": "barrer"}, key), "not-found")


@pytest.mark.parametrize(
    ("sent", "field", "detail"),
    [
        ({}, "text", "falta"),
        ({"text": ""}, "text", "debe tener al menos 1 caracteres"),
        ({"text": "a" * 41}, "text", "debe tener como mucho 40 caracteres"),
        ({"text": 5}, "text", "debe ser texto"),
        ({"text": "a", "texto": "b"}, "texto", "no existe aquí: quítelo"),
        ({"text": "a", "mood": "triste"}, "mood", "debe ser uno de: 'calm' o 'busy'"),
        ({"text": "a", "since": "ayer"}, "since", f"debe ser una fecha y hora, {WITH_OFFSET}"),
        ({"text": "a", "since": "2026-07-28T10:30:00"}, "since", f"debe decir su diferencia con UTC, {WITH_OFFSET}"),
        ({"text": "a", "times": [1, 2, 3, 4]}, "times", "debe tener como mucho 3 elementos"),
        ({"text": "a", "times": [1, "x"]}, "times.1", "debe ser un número entero"),
        ({"text": "a", "times": {}}, "times", "debe ser una lista"),
    ],
)  # fmt: skip
def test_a_field_that_is_wrong_is_named_with_why(client, unit, key, sent, field, detail):
    told = problem(send(client, sent, key), "invalid-body")
    assert (told["status"], told["errors"]) == (422, [{"field": field, "detail": detail}])
    assert told["detail"] == f"«{field}» {detail}."
    assert functions(unit) == ""


def test_every_field_that_is_wrong_is_named_at_once(client, unit, key):
    told = problem(send(client, {"mood": "x", "since": 1.5, "y": 2}, key), "invalid-body")
    assert {each["field"] for each in told["errors"]} == {"text", "mood", "y"}


@pytest.mark.parametrize(
    "sent",
    [
        b" ", b"{", b"null", b"[]", b'"a"', b"5", b"NaN", b"\xff\xfe", b'{"text": "\xff"}',
        b'{"text": "a"} {"text": "b"}',
        b'{"text": "\\ud800"}', b"[" * 60_000, b'{"a":' * 10_000, b'{"text":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    ],
)  # fmt: skip
def test_what_is_no_json_object_is_refused_however_deep(client, unit, key, sent):
    assert problem(send(client, sent, key), "unreadable-body")["status"] == 400


def test_nothing_at_all_is_no_json_object(client, unit, key):
    response = client.generic("POST", "/api/v1/units/OII/tasks", headers=key, CONTENT_TYPE=JSON)
    problem(response, "unreadable-body")


def test_nan_is_no_number(client, unit, key):
    assert send(client, b'{"text": "a", "times": [NaN]}', key).status_code in (400, 422)


def test_a_number_of_a_million_digits_is_refused(client, unit, key):
    assert send(client, b'{"text": "a", "times": [' + b"9" * 60_000 + b"]}", key).status_code in (400, 422)


def test_what_is_too_large_is_not_read(client, unit, key):
    large = json.dumps({"text": "a", "x": "a" * 65_536})
    assert problem(send(client, large.encode(), key), "body-too-large")["status"] == 413


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_another_type_of_content_is_refused(client, unit, key, kind):
    told = problem(send(client, b'{"text": "a"}', key, content_type=kind), "unsupported-media-type")
    assert (told["status"], told["allowed"]) == (415, [JSON])


def test_json_with_its_charset_is_json(client, unit, key):
    assert send(client, {"text": "a"}, key, content_type="application/json; charset=utf-8").status_code == 200


def test_parameters_in_the_address_are_not_ignored(client, unit, key):
    response = client.post("/api/v1/units/OII/tasks?text=a", b"{}", content_type=JSON, headers=key)
    assert problem(response, "invalid-value")["status"] == 400


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
def test_another_method_is_told_the_right_ones(client, unit, method):
    response = client.generic(method, "/api/v1/units/OII/tasks")
    assert (response.status_code, response["Allow"]) == (405, "POST, OPTIONS")


def test_what_fails_midway_leaves_nothing_done(client, unit, key):
    assert problem(send(client, {"text": "a", "mood": "busy"}, key, name="uno"), "conflict")["status"] == 409
    assert functions(unit) == ""
    assert not KeptAnswer.objects.exists()
    assert send(client, {"text": "a"}, key, name="uno").status_code == 200


# Sent twice


def test_the_same_name_and_content_are_done_once_and_answered_twice(client, unit, key):
    first, second = (send(client, {"text": "a"}, key, name="uno") for _time in range(2))
    assert first.content == second.content
    assert ("Idempotency-Replayed" in first, second["Idempotency-Replayed"]) == (False, "true")
    assert functions(unit) == "a;"


def test_the_same_name_with_other_content_is_refused(client, unit, key):
    send(client, {"text": "a"}, key, name="uno")
    assert problem(send(client, {"text": "b"}, key, name="uno"), "idempotency-key-reused")["status"] == 422
    assert functions(unit) == "a;"


def test_each_key_has_its_own_names(client, unit, key):
    send(client, {"text": "a"}, key, name="uno")
    assert send(client, {"text": "b"}, reading_with(SCOPE)[1], name="uno").status_code == 200


def test_without_a_name_each_is_done(client, unit, key):
    for _time in range(2):
        send(client, {"text": "a"}, key)
    assert functions(unit) == "a;a;"


@pytest.mark.parametrize("name", ["a b", "ñ", "a" * 256, "\x7f"])
def test_a_name_that_cannot_be_kept_is_refused(client, unit, key, name):
    assert problem(send(client, {"text": "a"}, key, name=name), "invalid-value")["parameter"] == "Idempotency-Key"
    assert functions(unit) == ""


def test_what_was_answered_is_forgotten_after_a_day(client, unit, key):
    send(client, {"text": "a"}, key, name="uno")
    forget_old_answers(timezone.now() + KEPT_FOR / 2)
    assert KeptAnswer.objects.count() == 1
    forget_old_answers(timezone.now() + KEPT_FOR * 2)
    assert KeptAnswer.objects.count() == 0


def test_the_operation_is_told_in_the_document():
    document = json.loads(json.dumps(api.get_openapi_schema()))
    OpenAPIV31SpecValidator(document).validate()
    told = document["paths"]["/api/v1/units/{key}/tasks"]["post"]
    assert told["security"] == [{"bearer": [SCOPE]}]
    assert {"200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "500"} == set(told["responses"])
    assert told["requestBody"]["content"][JSON]["schema"] == {"$ref": "#/components/schemas/Task"}
    assert set(document["components"]["schemas"]["Task"]["properties"]) == {"text", "mood", "since", "times"}
    assert "Mood" in document["components"]["schemas"]
    assert {each["name"] for each in told["parameters"]} == {"key", "Idempotency-Key"}
