"""A piece, and a note, as integrators read it. What a piece doesn't have is null or an empty list, never absent."""

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


class PieceLink(Answer):
    """Another piece, in brief."""

    about: ClassVar[str] = "Otra pieza, en breve."
    id: int
    slug: str
    url: str
    title: str
    published_at: datetime | None


class PieceItem(Answer):
    """What every piece tells, whatever its type."""

    id: int
    slug: str = Field(examples=["avanza-el-canal-de-riego"])
    url: str = Field(description="Dirección en el portal.")
    title: str
    summary: str = Field(description="Bajada.")
    published_at: datetime | None = Field(examples=["2026-07-28T10:30:00-05:00"])
    embargo_until: datetime | None = Field(
        description="Hasta cuándo no se difunde; null si ya es público. Solo lo ve una clave con «read:embargoed».",
        examples=[None],
    )
    updated_at: datetime | None = Field(examples=["2026-07-28T11:00:00-05:00"])
    place: PlaceAnswer
    unit: UnitAnswer | None = Field(description="Unidad que informa.")
    topics: list[TopicAnswer]
    lead_photo: PictureAnswer | None


class CorrectionAnswer(Answer):
    """What was wrong and is set right."""

    about: ClassVar[str] = "Una fe de erratas."
    made_on: date = Field(description="Día en que se corrigió.")
    text: str = Field(examples=["Decía «12 de mayo»; debe decir «13 de mayo»."])


class PieceDetail(PieceItem):
    """What every piece tells when it is asked for alone."""

    body: str | list[Block] | None = Field(None, description="Según el parámetro «body»: HTML, bloques, texto o nada.")
    corrections: list[CorrectionAnswer] = Field(description="Fe de erratas, de la más reciente a la más antigua.")
    attachments: list[FileAnswer]


class GatheredItem(PieceItem):
    """A piece that may be part of a campaign and of a work."""

    campaign: PieceLink | None = Field(description="Campaña de la que es parte, si es pública.")
    work: PieceLink | None = Field(description="Obra de la que trata, si es pública.")


class GatheredLinks(Answer):
    """What a campaign or a work gathers: the newest of each type."""

    news: list[PieceLink] = Field(description="Sus noticias más recientes, hasta doce.")
    events: list[PieceLink] = Field(description="Sus eventos más recientes, hasta doce.")
    materials: list[PieceLink] = Field(description="Sus materiales más recientes, hasta doce.")


class NewsItem(GatheredItem):
    """A press note."""

    about: ClassVar[str] = "Una nota de prensa."
    type: Literal["news"]
    kicker: str | None = Field(description="Volanta.")
    number: str | None = Field(examples=["N.° 045-2026-OII-MPA"])
    event_date: date | None = Field(description="Día del hecho que se cuenta.")
    tags: list[str]
    author_credit: str | None
    press_contact: str | None


class NewsDetail(NewsItem, PieceDetail):
    """A whole press note."""

    about: ClassVar[str] = "Una nota de prensa completa."
    related: list[PieceLink]
