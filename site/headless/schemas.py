"""What the frame itself answers, and the pieces that every room's answers share."""

from datetime import datetime
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from headless.enums import ChangeKind


def _told_in_spanish(schema: dict[str, Any], model: type[BaseModel]) -> None:
    schema.pop("description", None)
    if about := model.__dict__.get("about"):
        schema["description"] = about


class Answer(BaseModel):
    """A part of an answer: closed, so that the published schema tells all there is.

    `about` is what integrators read of it; docstrings are for developers.
    """

    about: ClassVar[str] = ""
    model_config = ConfigDict(extra="forbid", json_schema_extra=_told_in_spanish)


class ResourceLink(Answer):
    """A resource of the API and its address."""

    about: ClassVar[str] = "Un recurso de la API."
    name: str = Field(examples=["news"])
    title: str = Field(examples=["Noticias"])
    description: str
    url: str


class Root(Answer):
    """Where everything is."""

    about: ClassVar[str] = "Dónde está cada cosa."
    title: str
    version: str
    institution: str
    resources: list[ResourceLink]
    changes: str = Field(description="Lo que cambió en los recursos, en orden.")
    documentation: str = Field(description="Documentación para personas.")
    openapi: str = Field(description="Documento OpenAPI 3.1.")
    problems: str = Field(description="Los errores que la API puede dar.")


class ChangeAnswer(Answer):
    """Something that happened to an item."""

    about: ClassVar[str] = "Algo que le pasó a un elemento."
    type: str = Field(description="Recurso al que pertenece, por su nombre.", examples=["news"])
    id: int
    slug: str | None
    change: ChangeKind = Field(
        description="created: se publicó; went_live: se publicó a la hora programada; embargo_lifted: terminó su "
        "embargo; updated: se actualizó; moved: cambió de dirección, y quizá de contenido; unpublished: dejó de ser "
        "pública; deleted: se eliminó."
    )
    version: int = Field(description="Cuántos cambios lleva el elemento, contando este.")
    at: datetime = Field(description="Cuándo pasó.", examples=["2026-07-28T10:30:00-05:00"])
    url: str | None = Field(description="Dirección en el portal desde entonces; null si ya no es público.")


class ChangeList(Answer):
    """What happened after a place of the feed."""

    about: ClassVar[str] = "Lo que pasó después de un punto, en orden."
    items: list[ChangeAnswer]
    next: str = Field(description="Lo que debe enviar en «since» la próxima vez; está siempre.")
    more: bool = Field(description="Si hay más cambios que leer ya.")


class ProblemMeaning(Answer):
    """A class of error."""

    about: ClassVar[str] = "Una clase de error."
    type: str = Field(examples=["/api/v1/problems/unknown-parameter"])
    title: str
    status: int
    meaning: str


class ProblemMeanings(Answer):
    """Every class of error."""

    about: ClassVar[str] = "Las clases de error."
    items: list[ProblemMeaning]


class FieldFault(Answer):
    """What is wrong with a field of what was sent."""

    about: ClassVar[str] = "Qué tiene de malo un campo de lo enviado."
    field: str = Field(description="Nombre del campo, con puntos si está dentro de otro.", examples=["posted_at"])
    detail: str = Field(examples=["falta"])


class ProblemDocument(BaseModel):
    """An error (RFC 9457)."""

    about: ClassVar[str] = "Un error, según RFC 9457."
    model_config = ConfigDict(json_schema_extra=_told_in_spanish)

    type: str = Field(description="Clase del error, estable para programas; responde qué significa.")
    title: str = Field(description="Nombre de la clase del error.")
    status: int = Field(description="Código HTTP.")
    detail: str = Field(description="Qué pasó y qué hacer, en español.")
    instance: str = Field(description="Dirección que se pidió.")
    parameter: str | None = Field(None, description="Parámetro que hay que corregir.")
    allowed: list[str] | None = Field(None, description="Lo que se admite.")
    nearest: str | None = Field(None, description="Lo más parecido a lo que se envió.")
    scope: str | None = Field(None, description="Permiso que a la clave le falta.")
    errors: list[FieldFault] | None = Field(None, description="Los campos de lo enviado que hay que corregir.")


class PictureSize(Answer):
    """A picture in one size, in pixels."""

    about: ClassVar[str] = "Una imagen en un tamaño, en píxeles."
    url: str
    width: int
    height: int
