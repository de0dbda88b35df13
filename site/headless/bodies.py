"""What a program sends: JSON of a bounded size, held to a model, each fault named in Spanish."""

from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BaseModel, ConfigDict, ValidationError

from headless.openapi import JSON
from headless.problem_types import BODY_TOO_LARGE, INVALID_BODY, UNREADABLE_BODY, UNSUPPORTED_MEDIA_TYPE
from headless.problems import Problem

Sent = TypeVar("Sent", bound=BaseModel)
MOST_BYTES = 64 * 1024
MOST_ERRORS = 20
LONGEST_FIELD = 80
NOT_JSON = {"json_invalid", "model_type"}
# The kinds of fault that pydantic tells apart: https://docs.pydantic.dev/latest/errors/validation_errors/
WORDS = {
    "missing": gettext_lazy("falta"),
    "extra_forbidden": gettext_lazy("no existe aquí: quítelo"),
    "enum": gettext_lazy("debe ser uno de: {expected}"),
    "literal_error": gettext_lazy("debe ser uno de: {expected}"),
    "string_type": gettext_lazy("debe ser texto"),
    "string_too_short": gettext_lazy("debe tener al menos {min_length} caracteres"),
    "string_too_long": gettext_lazy("debe tener como mucho {max_length} caracteres"),
    "string_pattern_mismatch": gettext_lazy("no tiene la forma esperada"),
    "int_type": gettext_lazy("debe ser un número entero"),
    "int_parsing": gettext_lazy("debe ser un número entero"),
    "int_from_float": gettext_lazy("debe ser un número entero"),
    "greater_than_equal": gettext_lazy("debe ser {ge} o más"),
    "less_than_equal": gettext_lazy("debe ser {le} o menos"),
    "bool_type": gettext_lazy("debe ser true o false"),
    "bool_parsing": gettext_lazy("debe ser true o false"),
    "timezone_aware": gettext_lazy("debe decir su diferencia con UTC, como 2026-07-28T10:30:00-05:00"),
    "datetime_from_date_parsing": gettext_lazy("debe ser una fecha y hora, como 2026-07-28T10:30:00-05:00"),
    "datetime_parsing": gettext_lazy("debe ser una fecha y hora, como 2026-07-28T10:30:00-05:00"),
    "datetime_type": gettext_lazy("debe ser una fecha y hora, como 2026-07-28T10:30:00-05:00"),
    "date_from_datetime_parsing": gettext_lazy("debe ser una fecha, como 2026-07-28"),
    "date_parsing": gettext_lazy("debe ser una fecha, como 2026-07-28"),
    "url_parsing": gettext_lazy("debe ser una dirección completa, como https://ejemplo.pe/nota"),
    "url_scheme": gettext_lazy("debe empezar con {expected_schemes}"),
    "list_type": gettext_lazy("debe ser una lista"),
    "too_long": gettext_lazy("debe tener como mucho {max_length} elementos"),
    "dict_type": gettext_lazy("debe ser un objeto"),
}
OTHERWISE = gettext_lazy("no sirve")


class Body(BaseModel):
    """What is sent to an operation: closed, so that a mistyped field is refused and never ignored."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


def read_body(request: HttpRequest) -> bytes:
    """The bytes that were sent. Raises Problem when they are too many or don't say that they are JSON."""
    if request.content_type != JSON:
        raise Problem(UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_MEDIA_TYPE.meaning, allowed=[JSON])
    # The length that was told is as much as the server ever gives.
    if _told_length(request) > MOST_BYTES:
        raise Problem(BODY_TOO_LARGE, BODY_TOO_LARGE.meaning)
    return request.read(MOST_BYTES)


def understood(sent: bytes, model: type[Sent]) -> Sent:
    """What was sent as the model has it. Raises Problem that names every field at fault."""
    try:
        return model.model_validate_json(sent)
    except ValidationError as error:
        raise _refused(error) from error


def _refused(error: ValidationError) -> Problem:
    faults = error.errors(include_url=False, include_context=True, include_input=False)[:MOST_ERRORS]
    if any(not each["loc"] and each["type"] in NOT_JSON for each in faults):
        return Problem(UNREADABLE_BODY, _("Envíe un objeto JSON, en UTF-8 y sin más."))
    errors = [{"field": _field(each["loc"]), "detail": _told(each)} for each in faults]
    first = "«{field}» {detail}.".format(**errors[0]) if errors[0]["field"] else f"{errors[0]['detail']}."
    return Problem(INVALID_BODY, first, errors=errors)


def _field(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part)[:LONGEST_FIELD] for part in place)


def _told(fault: Any) -> str:
    """What is wrong, in Spanish; a model's own check tells it itself, with a ValueError."""
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    context = fault.get("ctx", {})
    if "expected" in context:
        context = context | {"expected": context["expected"].replace(" or ", " o ")}
    return str(WORDS.get(fault["type"], OTHERWISE)).format(**context)


def _told_length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0
