"""A note as integrators read it. What a note doesn't have is null or an empty list, never absent."""

from datetime import date, datetime
from typing import ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer
from pages.api.block_schemas import Block, FileAnswer, PictureAnswer


class DistrictAnswer(Answer):
    ubigeo: str = Field(description="Código de INEI.", examples=["020201"])
    name: str = Field(examples=["Aija"])


class PlaceAnswer(Answer):
    district: DistrictAnswer | None
    locality: str | None = Field(examples=["Barrio Alto"])


class UnitAnswer(Answer):
    code: str = Field(examples=["OII"])
    name: str = Field(examples=["Oficina de Imagen Institucional"])


class TopicAnswer(Answer):
    slug: str = Field(examples=["obras"])
    name: str = Field(examples=["Obras"])


class NewsLink(Answer):
    """Another note, in brief."""

    about: ClassVar[str] = "Otra nota, en breve."
    id: int
    slug: str
    url: str
    title: str
    published_at: datetime | None


class NewsItem(Answer):
    """A press note."""

    about: ClassVar[str] = "Una nota de prensa."
    id: int
    type: Literal["news"]
    slug: str = Field(examples=["avanza-el-canal-de-riego"])
    url: str = Field(description="Dirección de la nota en el portal.")
    title: str
    kicker: str | None = Field(description="Volanta.")
    summary: str = Field(description="Bajada.")
    number: str | None = Field(examples=["N.° 045-2026-OII-MPA"])
    published_at: datetime | None = Field(examples=["2026-07-28T10:30:00-05:00"])
    updated_at: datetime | None = Field(examples=["2026-07-28T11:00:00-05:00"])
    event_date: date | None = Field(description="Día del hecho que se cuenta.")
    place: PlaceAnswer
    unit: UnitAnswer | None = Field(description="Unidad que informa.")
    topics: list[TopicAnswer]
    tags: list[str]
    lead_photo: PictureAnswer | None
    author_credit: str | None
    press_contact: str | None


class NewsDetail(NewsItem):
    """A whole press note."""

    about: ClassVar[str] = "Una nota de prensa completa."
    body: str | list[Block] | None = Field(description="Según el parámetro «body»: HTML, bloques, texto o nada.")
    attachments: list[FileAnswer]
    related: list[NewsLink]
