"""The published OpenAPI document as a judge of real answers."""

import json
import re
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from jsonschema import Draft202012Validator, FormatChecker

from headless.urls import api


@cache
def document() -> dict[str, Any]:
    """The document exactly as it is served."""
    return json.loads(json.dumps(api.get_openapi_schema()))


def as_published(response: HttpResponse) -> Any:
    """The answer's JSON, after checking it against what the document says of its path and status."""
    content_type = response["Content-Type"].partition(";")[0]
    answer = _answer(response.wsgi_request, response.status_code)
    schema = answer["content"][content_type]["schema"] | {"components": document()["components"]}
    data = json.loads(response.content)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    return data


def _answer(request: HttpRequest, status: int) -> dict[str, Any]:
    method = "get" if request.method == "HEAD" else request.method.lower()
    for template, operations in document()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), request.path) and method in operations:
            return _resolved(operations[method]["responses"][str(status)])
    raise LookupError(f"{method} {request.path} is not in the document")


def _resolved(answer: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in answer:
        return answer
    return document()["components"]["responses"][answer["$ref"].rsplit("/", 1)[-1]]
