"""What the frame itself answers, and the pieces that every room's answers share."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


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
    documentation: str = Field(description="Documentación para personas.")
    openapi: str = Field(description="Documento OpenAPI 3.1.")
    problems: str = Field(description="Los errores que la API puede dar.")


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


class PictureSize(Answer):
    """A picture in one size, in pixels."""

    about: ClassVar[str] = "Una imagen en un tamaño, en píxeles."
    url: str
    width: int
    height: int
