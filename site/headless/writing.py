"""Writes: a room declares an operation on an item of a resource, and the frame serves it, guards it and tells of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from ninja import Path
from pydantic import BaseModel

from headless.actions.kept_answers import Sending, answer_once
from headless.api import JSON, ContentApi
from headless.bodies import read_body, understood
from headless.lookup import find
from headless.openapi import write_operation
from headless.problem_types import INVALID_VALUE
from headless.problems import Problem
from headless.query_string import pairs
from headless.questions import Question
from headless.resources import Resource

KEY_HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,255}")


@dataclass(frozen=True, kw_only=True)
class Operation:
    """Something that a program may do to an item: `POST /api/v1/{resource}/{key}/{path}`.

    `scope` is what its key needs. `run(item, body, question)` does it, inside a transaction, and returns the answer;
    doing it twice should do no harm. It may raise Problem, and then nothing is done. `item` is one of `items(at)`; by
    default, one of the rows of the resource that the holder of the key may read. `example` gives what is sent and what
    is answered, for the document: `body` and `answer`.
    """

    resource: str
    path: str
    scope: str
    title: str | Promise
    description: str | Promise
    body: type[BaseModel]
    answer: type[BaseModel]
    run: Callable[[Any, Any, Question], BaseModel]
    example: Callable[[], dict[str, Any]]
    items: Callable[[datetime], QuerySet] | None = None

    @property
    def name(self) -> str:
        return f"{self.resource}_{self.path}"


_offered: dict[str, Operation] = {}


def offer_operation(operation: Operation) -> None:
    """Add an operation to the API; called once when a room opens. Raises ValueError when its path is taken."""
    if operation.name in _offered:
        raise ValueError(f"The API already offers {operation.name!r}")
    _offered[operation.name] = operation


def offered_operations() -> list[Operation]:
    """Every operation, in the order of the rooms."""
    return list(_offered.values())


def add_operation(api: ContentApi, resource: Resource, operation: Operation) -> None:
    """Serve an operation on the items of a resource."""
    identifier = Path(..., description=_("El «id» o el «slug»."))

    def write(request: HttpRequest, key: str = identifier) -> HttpResponse:
        question = Question(request, timezone.now(), {})
        question.reader.must(operation.scope)
        return _written(resource, operation, key, question)

    identity = operation.name.replace("-", "_")
    api.examples[identity] = operation.example
    api.api_operation(
        ["POST"],
        f"/{resource.name}/{{key}}/{operation.path}",
        response=operation.answer,
        operation_id=identity,
        url_name=operation.name,
        summary=str(operation.title),
        description=str(operation.description),
        tags=[str(resource.title)],
        openapi_extra=write_operation(operation.body, scope=operation.scope),
    )(write)


def _written(resource: Resource, operation: Operation, key: str, question: Question) -> HttpResponse:
    if pairs(question.request.META.get("QUERY_STRING", "")):
        raise Problem(INVALID_VALUE, _("Esta dirección no lleva parámetros: envíe los datos en el contenido."))
    sent, name = read_body(question.request), _key_of(question.request)
    body = understood(sent, operation.body)

    def act() -> str:
        items = operation.items(question.at) if operation.items else resource.rows(question)
        item = find(resource.for_detail(items, question.at), resource.keys, key)
        return operation.run(item, body, question).model_dump_json()

    if name is None or question.reader.token is None:
        with transaction.atomic():
            return _answer(act())
    sending = Sending(token=question.reader.token, key=name, path=question.request.path, sent=sent)
    answer, repeated = answer_once(sending=sending, act=act, at=question.at)
    return _answer(answer, repeated=repeated)


def _key_of(request: HttpRequest) -> str | None:
    key = request.headers.get(KEY_HEADER)
    if key is not None and not KEY.fullmatch(key):
        raise Problem(
            INVALID_VALUE,
            _("«Idempotency-Key» debe tener entre 1 y 255 letras, cifras o signos, sin espacios ni tildes."),
            parameter=KEY_HEADER,
        )
    return key


def _answer(answer: str, *, repeated: bool = False) -> HttpResponse:
    response = HttpResponse(answer, content_type=JSON, headers={"Cache-Control": "no-store"})
    if repeated:
        response["Idempotency-Replayed"] = "true"
    return response
