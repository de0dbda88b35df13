"""How resources and problems are told in OpenAPI 3.1."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel

from headless.openapi_headers import headers_of_answer, headers_of_problem, headers_told
from headless.parameters import Parameter
from headless.problem_types import (
    BODY_TOO_LARGE,
    CONFLICT,
    CURSOR_EXPIRED,
    INSUFFICIENT_SCOPE,
    INVALID_BODY,
    NOT_FOUND,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    UNAUTHENTICATED,
    UNKNOWN_PARAMETER,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemType,
)
from headless.problems import CONTENT_TYPE
from headless.resources import Resource
from headless.schemas import ProblemDocument

JSON = "application/json"
REFERENCE = "#/components/schemas/{model}"
COMMON = {
    str(int(kind.status)): kind
    for kind in (
        UNKNOWN_PARAMETER, UNAUTHENTICATED, INSUFFICIENT_SCOPE, NOT_FOUND, CONFLICT, CURSOR_EXPIRED, BODY_TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE, INVALID_BODY, TOO_MANY_REQUESTS, SERVER_ERROR,
    )
}  # fmt: skip
ALWAYS = ("401", "429", "500")
BEARER = {
    "type": "http",
    "scheme": "bearer",
    "description": gettext_lazy(
        "Una clave que entrega la Oficina de Imagen. Lo público se lee sin ella; con ella, además, lo que digan sus "
        "permisos (scopes)."
    ),
}
IDEMPOTENCY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": gettext_lazy(
        "Nombre que usted da al envío, para repetirlo sin hacerlo dos veces: durante un día, el mismo nombre con el "
        "mismo contenido da la misma respuesta; con otro contenido, 422."
    ),
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[\\x21-\\x7e]+$"},
}


def list_operation(resource: Resource) -> dict[str, Any]:
    """What a list understands and answers, beside its schema."""
    told = _operation(resource.list_parameters, _("Una página de la lista, y el cursor de la siguiente."), "400")
    return _secured(told, resource.scope)


def detail_operation(resource: Resource) -> dict[str, Any]:
    """What one element understands and answers, beside its schema."""
    told = _operation(resource.detail_parameters, _("El elemento completo."), "400", "404")
    return _secured(told, resource.scope)


def changes_operation(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """What the feed of changes understands and answers, beside its schema."""
    return _operation(parameters, _("Los cambios, y desde dónde seguir."), "400", "410")


def reading_operation(parameters: Sequence[Parameter], answer: str) -> dict[str, Any]:
    """What an operation that only reads understands and answers, beside its schema."""
    return _operation(parameters, answer, "400")


def write_operation(body: type[BaseModel], *, scope: str) -> dict[str, Any]:
    """What an operation takes, needs and answers, beside the schema of its answer."""
    told = _operation([], _("Lo que quedó hecho."), "400", "403", "404", "409", "413", "415", "422")
    content = {JSON: {"schema": body.model_json_schema(ref_template=REFERENCE)}}
    needs = {"requestBody": {"required": True, "content": content}, "security": [{"bearer": [scope]}]}
    return told | needs | {"parameters": [IDEMPOTENCY | {"description": str(IDEMPOTENCY["description"])}]}


def preview_operation(parameters: Sequence[Parameter]) -> dict[str, Any]:
    """What a preview understands and answers, beside its schema."""
    return _operation(parameters, _("El elemento completo, como está en el borrador."), "400", "404")


def plain_operation(answer: str, *problems: str) -> dict[str, Any]:
    """An operation of the frame itself."""
    return _operation([], answer, *problems)


def completed(document: dict[str, Any]) -> dict[str, Any]:
    """The document with what Ninja can't be told: who may ask, the problem answers, and each operation once."""
    document = deepcopy(document)  # parts of it are the operations' own, and it may be asked for again
    schemas = document["components"]["schemas"]
    _name(schemas, "Problem", ProblemDocument.model_json_schema(ref_template=REFERENCE))
    document["components"]["responses"] = {f"Problem{status}": _answer(kind) for status, kind in COMMON.items()}
    document["components"]["headers"] = headers_told()
    document["components"]["securitySchemes"] = {"bearer": BEARER | {"description": str(BEARER["description"])}}
    document["security"] = [{}, {"bearer": []}]
    for path in document["paths"].values():
        path.pop("head", None)  # the same operation without a body; its identifier may appear only once
        for operation in path.values():
            _name_body(schemas, operation)
    if not document["servers"]:
        del document["servers"]
    return document


def _name_body(schemas: dict[str, Any], operation: dict[str, Any]) -> None:
    """Tell by name what an operation takes."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        name = content["schema"]["title"]
        _name(schemas, name, content["schema"])
        content["schema"] = {"$ref": REFERENCE.format(model=name)}


def _name(schemas: dict[str, Any], name: str, schema: dict[str, Any]) -> None:
    schemas.update(schema.pop("$defs", {}))
    schemas[name] = schema


def _secured(told: dict[str, Any], scope: str | None) -> dict[str, Any]:
    """The operation with what its reader needs: nothing, or a key with a scope."""
    if scope is None:
        return told
    return told | {"security": [{"bearer": [scope]}], "responses": told["responses"] | {"403": _problem("403")}}


def _problem(status: str) -> dict[str, str]:
    return {"$ref": f"#/components/responses/Problem{status}"}


def _operation(parameters: Sequence[Parameter], answer: str, *problems: str) -> dict[str, Any]:
    return {
        "parameters": [_parameter(each) for each in parameters],
        "responses": {
            200: {"description": answer, "headers": headers_of_answer()},
            **{status: _problem(status) for status in sorted({*problems, *ALWAYS})},
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
        "headers": headers_of_problem(kind),
        "content": {CONTENT_TYPE: {"schema": schema, "example": example}},
    }
