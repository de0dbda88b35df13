"""The content API itself: Ninja with our errors and our document, before any resource is added."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger
from pydantic import BaseModel

from headless.openapi import JSON, completed
from headless.openapi_examples import Example, tell_examples
from headless.openapi_shapes import tell_shapes
from headless.parameters import Parameter, read_query
from headless.questions import Question
from headless.resources import offered

TITLE = _("API de contenidos")
VERSION = "1.0.0"
NAMESPACE = "api"
READ = ["GET", "HEAD"]


class LocalSwagger(Swagger):
    """Swagger UI in a page of ours, from files of this server; `validatorUrl` would send visitors elsewhere."""

    template = "headless/docs.html"
    default_settings = Swagger.default_settings | {
        "validatorUrl": "none",
        "docExpansion": "list",
        "defaultModelsExpandDepth": 0,
        "supportedSubmitMethods": ["get", "head"],
    }


class ContentApi(NinjaAPI):
    """Ninja with the frame's own errors, raised on to the door, and the finished document.

    `examples` are what each operation answers, by its identifier, each written when the document is asked for.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.examples: dict[str, Example] = {}

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:
        raise exc

    def get_openapi_schema(self, **options: Any) -> Any:
        document = completed(super().get_openapi_schema(**options))
        tell_shapes(document, offered())
        tell_examples(document, self.examples)
        return document


def new_api() -> ContentApi:
    """An API without resources."""
    description = _(
        "Lo que publica la municipalidad, para otros programas. Lo público se lee sin clave. "
        "Las horas llevan la diferencia de Lima (-05:00). Los errores siguen RFC 9457."
    )
    return ContentApi(
        title=str(TITLE),
        version=VERSION,
        description=str(description),
        urls_namespace=NAMESPACE,
        docs=LocalSwagger(),
    )


def question_of(request: HttpRequest, parameters: Sequence[Parameter], *, at: datetime | None = None) -> Question:
    """What a request asks, now unless another instant is told. Raises Problem."""
    at = at or timezone.now()
    return Question(request, at, read_query(request.META.get("QUERY_STRING", ""), parameters, at=at))


def written(answer: BaseModel, **headers: str) -> HttpResponse:
    """An answer as JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(answer.model_dump_json(), content_type=JSON, headers=named)


def address_of(name: str) -> str:
    """The path of an operation by its name."""
    return reverse(f"{NAMESPACE}:{name}")
