"""How resources and problems are told in OpenAPI 3.1."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from headless.parameters import Parameter
from headless.problems import CONTENT_TYPE, CURSOR_EXPIRED, NOT_FOUND, SERVER_ERROR, UNKNOWN_PARAMETER, ProblemType
from headless.resources import Resource
from headless.schemas import ProblemDocument

REFERENCE = "#/components/schemas/{model}"
COMMON = {"400": UNKNOWN_PARAMETER, "404": NOT_FOUND, "410": CURSOR_EXPIRED, "500": SERVER_ERROR}


def list_operation(resource: Resource) -> dict[str, Any]:
    """What a list understands and answers, beside its schema."""
    return _operation(resource.list_parameters, _("Una página de la lista, y el cursor de la siguiente."), "400", "500")


def detail_operation(resource: Resource) -> dict[str, Any]:
    """What one element understands and answers, beside its schema."""
    return _operation(resource.detail_parameters, _("El elemento completo."), "400", "404", "500")


def changes_operation(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """What the feed of changes understands and answers, beside its schema."""
    return _operation(parameters, _("Los cambios, y desde dónde seguir."), "400", "410", "500")


def plain_operation(answer: str, *problems: str) -> dict[str, Any]:
    """An operation of the frame itself."""
    return _operation([], answer, *problems)


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with what Ninja can't be told: the problem answers, and each operation once."""
    document["components"]["schemas"]["Problem"] = ProblemDocument.model_json_schema(ref_template=REFERENCE)
    document["components"]["responses"] = {f"Problem{status}": _answer(kind) for status, kind in COMMON.items()}
    for path in document["paths"].values():
        path.pop("head", None)  # the same operation without a body; its identifier may appear only once
    if not document["servers"]:
        del document["servers"]
    return document


def _operation(parameters: Sequence[Parameter], answer: str, *problems: str) -> dict[str, Any]:
    return {
        "parameters": [_parameter(each) for each in parameters],
        "responses": {
            200: {"description": answer, "headers": {"Cache-Control": {"schema": {"type": "string"}}}},
            **{status: {"$ref": f"#/components/responses/Problem{status}"} for status in problems},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema = parameter.kind.schema()
    if parameter.default is not None:
        schema["default"] = parameter.default
    if parameter.example is not None:
        # Here and not in the parameter's own `example`, which Swagger UI would send with every trial.
        schema["examples"] = [parameter.example]
    described = {"name": parameter.name, "in": "query", "required": False, "description": str(parameter.doc)}
    return described | {"schema": schema}


def _answer(kind: ProblemType) -> dict[str, Any]:
    example = {
        "type": kind.address,
        "title": str(kind.title),
        "status": int(kind.status),
        "detail": str(kind.meaning),
        "instance": "/api/v1/news",
    }
    schema = {"$ref": REFERENCE.format(model="Problem")}
    return {
        "description": f"{kind.status.phrase}: {kind.title}",
        "content": {CONTENT_TYPE: {"schema": schema, "example": example}},
    }
