"""Each element as JSON text: taken as it was written for this edition, or written now and kept."""

import json
import logging
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import OperationalError, transaction
from pydantic import BaseModel, TypeAdapter

from headless.edition import Edition
from headless.hurried_writes import in_a_hurry
from headless.models import WrittenItem
from headless.questions import Question
from headless.resources import Resource
from headless.shaping import NO_BODY

logger = logging.getLogger(__name__)

ITEM, WHOLE = "item", "whole"
BODY = "body"
_anything: TypeAdapter[Any] = TypeAdapter(Any)


def texts_of(
    resource: Resource, keys: Sequence[int], form: str, question: Question, edition: Edition
) -> dict[int, str]:
    """Those elements in a form, by primary key, in a number of queries that doesn't grow with them.

    `form` is brief, whole without its body, or `whole_with` one. What left since the keys were read is missing.
    """
    if not resource.lasts_for(question.reader):
        return _written(resource, keys, form, question)
    told = WrittenItem.objects.texts(type=resource.name, form=form, edition=edition.number, keys=keys)
    if missing := [key for key in keys if key not in told]:
        written = _written(resource, missing, form, question.widely)
        _keep(resource, form, edition, written)
        told |= written
    return told


def whole_with(body: str) -> str:
    """The form of an element with its body in one of the body's forms."""
    return WHOLE if body == NO_BODY else f"{WHOLE}.{body}"


def _written(resource: Resource, keys: Iterable[int], form: str, question: Question) -> dict[int, str]:
    fetch = resource.for_list if form == ITEM else resource.for_detail
    rows = list(fetch(resource.rows(question).filter(pk__in=list(keys)), question.at))
    if form == ITEM:
        return {row.pk: _json(resource.write_item(row, question)) for row in rows}
    resource.prepare(rows, question)
    told = {row.pk: _json(resource.write_detail(row, question)) for row in rows}
    return _with_bodies(resource, rows, form.partition(".")[2], question, told)


def _with_bodies(
    resource: Resource, rows: Sequence[Any], form: str, question: Question, told: dict[int, str]
) -> dict[int, str]:
    if not (form and resource.body):
        return told
    bodies = resource.body.write(rows, question, form)
    return {key: with_body(text, _anything.dump_json(bodies[key]).decode()) for key, text in told.items()}


def _json(answer: BaseModel) -> str:
    return answer.model_dump_json(exclude={BODY})


def _keep(resource: Resource, form: str, edition: Edition, texts: dict[int, str]) -> None:
    """Keep the texts if nobody else is writing: they cost time to make again, never the truth."""
    try:
        with in_a_hurry(), transaction.atomic():
            WrittenItem.objects.keep(type=resource.name, form=form, edition=edition.number, texts=texts)
    except OperationalError:
        logger.info("The %s of edition %s were not kept: the database is busy", resource.name, edition.number)


def with_body(text: str, body: str) -> str:
    """An element's text with its body as its last field."""
    return f'{text[:-1]},"{BODY}":{body}}}'


def compact(value: Any) -> str:
    """A value as JSON without blanks, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
