"""A material as integrators read it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer
from pages.api.block_schemas import PictureAnswer
from pages.api.schemas import GatheredItem, PieceDetail, PieceLink
from pages.enums.materials import MaterialKind, Purpose


class PresentationAnswer(Answer):
    """The material in one of its forms."""

    about: ClassVar[str] = "El material en una de sus formas: un archivo para descargar."
    label: str = Field(examples=["A3 para imprimir"])
    purpose: Purpose
    language: Literal["es", "qu"]
    url: str = Field(description="Dirección de descarga, que cuenta sin identificar a nadie.")
    content_type: str = Field(examples=["application/pdf"])
    size: int | None = Field(description="En bytes, si se conoce.")
    captions: str | None = Field(description="Subtítulos del video, en WebVTT.")
    pages: int | None = Field(description="Páginas, si es un PDF que se pudo leer.")


class CreditAnswer(Answer):
    role: str = Field(examples=["Diseño"])
    name: str


class MaterialItem(GatheredItem):
    """A material to read, print, hear or watch."""

    about: ClassVar[str] = "Un material de difusión."
    type: Literal["material"]
    kind: MaterialKind
    series: str | None = Field(examples=["Boletín Aija Avanza"])
    edition_number: int | None
    cover: PictureAnswer | None = Field(description="Portada: la foto elegida o la primera página de su PDF.")
    presentations: list[PresentationAnswer]
    licence: str = Field(description="En qué condiciones puede usarse.", examples=["cc-by-4.0"])


class MaterialDetail(MaterialItem, PieceDetail):
    """A whole material."""

    about: ClassVar[str] = "Un material de difusión completo."
    transcript: str | None = Field(description="Transcripción, en HTML.")
    text_alternative: str | None = Field(description="Lo que dice y muestra, en HTML.")
    credits: list[CreditAnswer]
    print_run: int | None
    printed_on: date | None
    legal_deposit: str | None
    bulletin_pdf: str | None = Field(description="El PDF de un boletín hecho con notas.")
    notes: list[PieceLink] = Field(description="Las notas públicas de un boletín, en su orden.")
