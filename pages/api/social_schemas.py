"""A post of a kit as tools read it, and what they tell of it."""

from datetime import date, datetime
from typing import ClassVar, Literal

from pydantic import AwareDatetime, ConfigDict, Field, HttpUrl, model_validator

from headless.bodies import Body
from headless.schemas import Answer

Network = Literal["facebook", "instagram", "x", "tiktok", "youtube", "linkedin", "whatsapp"]
Status = Literal["approved", "scheduled", "posted", "failed"]
Day = date  # a field named `date` hides the type
MOST = 10**12


class CardAnswer(Answer):
    """A card of a post."""

    about: ClassVar[str] = "Una imagen lista para publicar."
    kind: Literal["title", "quote", "photo"]
    shape: Literal["feed", "square", "story", "link", "linkedin", "wide", "thumbnail"]
    url: str = Field(description="Un JPEG. Cambia si cambia lo que muestra.")
    width: int
    height: int
    alt: str = Field(description="Texto alternativo: publíquelo con la imagen.")


class KitPieceAnswer(Answer):
    """What a post tells of."""

    about: ClassVar[str] = "La pieza que se difunde."
    type: str = Field(description="Recurso en el que está.", examples=["news"])
    id: int
    slug: str
    title: str
    url: str


class MetricsAnswer(Answer):
    """How a post was received, up to the end of a day."""

    about: ClassVar[str] = "Cómo se recibió, contado hasta el fin de un día."
    date: Day
    reach: int
    likes: int
    comments: int
    shares: int


class SocialKitAnswer(Answer):
    """A post for one network."""

    about: ClassVar[str] = "Lo que se publica en una red social."
    id: int = Field(description="De la publicación; con él se informa qué pasó.")
    type: Literal["social-kit"]
    kit: int = Field(description="El mismo en las publicaciones de todas las redes que cuentan lo mismo.")
    kind: Literal["piece", "greeting", "condolence", "notice"]
    network: Network
    status: Status = Field(
        description="approved: publíquela ya; scheduled: espere a «scheduled_for»; posted: ya está en la red; failed: "
        "la herramienta no pudo."
    )
    title: str | None = Field(description="Título del video; solo en YouTube.")
    text: str
    hashtags: list[str] = Field(examples=[["#MuniAija", "#Obras"]])
    link: str | None = Field(description="Con «utm_source», «utm_medium» y «utm_campaign».")
    full_text: str = Field(description="Todo junto, tal como se publica; sin el enlace donde no se puede tocar.")
    length: int = Field(description="Cuánto mide «full_text», como lo cuenta la red.")
    limit: int = Field(description="Cuánto admite la red.")
    cards: list[CardAnswer] = Field(description="La más adecuada primero; vacía si va sin imagen.")
    scheduled_for: datetime | None
    approved_at: datetime = Field(examples=["2026-11-24T10:30:00-05:00"])
    posted_at: datetime | None
    posted_url: str | None = Field(description="Dónde está en la red.")
    failure: str | None = Field(description="Por qué falló.")
    piece: KitPieceAnswer | None = Field(description="null en un saludo, una condolencia o un comunicado.")
    occasion_on: date | None = Field(description="El día que se conmemora, si lo hay.")
    metrics: MetricsAnswer | None = Field(description="Lo último que se informó.")


class StatusReport(Body):
    """What became of a post."""

    model_config = ConfigDict(json_schema_extra={"description": "Qué fue de una publicación."})

    status: Literal["posted", "failed"] = Field(description="Si se publicó o falló.")
    at: AwareDatetime = Field(description="Cuándo pasó.", examples=["2026-11-24T10:31:00-05:00"])
    url: HttpUrl | None = Field(None, description="Dónde quedó; solo si se publicó.", max_length=500)
    reason: str | None = Field(None, description="Por qué falló; obligatorio entonces.", min_length=1, max_length=500)

    @model_validator(mode="after")
    def _holds_together(self) -> "StatusReport":
        if self.status == "failed" and not self.reason:
            raise ValueError("diga en «reason» por qué falló")
        if self.status == "failed" and self.url:
            raise ValueError("lo que falló no tiene «url»")
        if self.status == "posted" and self.reason:
            raise ValueError("lo publicado no tiene «reason»")
        return self


class StatusAnswer(Answer):
    """How the post stands after a report."""

    about: ClassVar[str] = "Cómo queda la publicación."
    id: int
    status: Literal["draft", "approved", "scheduled", "posted", "failed"]
    applied: bool = Field(description="false si es anterior a lo que ya se sabía: se guardó y nada cambió.")


class MetricsReport(Body):
    """How a post is received, up to the end of a day."""

    model_config = ConfigDict(json_schema_extra={"description": "Cómo se recibe, contado hasta el fin de un día."})

    date: Day = Field(examples=["2026-11-24"])
    reach: int = Field(0, ge=0, le=MOST, description="Personas alcanzadas. Lo que la red no cuente, 0.")
    likes: int = Field(0, ge=0, le=MOST)
    comments: int = Field(0, ge=0, le=MOST)
    shares: int = Field(0, ge=0, le=MOST)
