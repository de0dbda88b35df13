"""A campaign as integrators read it."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer
from pages.api.block_schemas import FileAnswer, PictureAnswer
from pages.api.schemas import GatheredLinks, PieceDetail, PieceItem

State = Literal["planned", "running", "ended"]


class CampaignItem(PieceItem):
    """A campaign."""

    about: ClassVar[str] = "Una campaña."
    type: Literal["campaign"]
    state: State | None = Field(description="Cómo está hoy, según sus fechas.")
    starts_on: date | None
    ends_on: date | None = Field(description="Su último día, incluido.")
    objective: str = Field(description="Qué debe saber o hacer la gente.")
    audience: str = Field(description="A quién se dirige.")
    slogan: str | None = Field(description="Lema.")


class CampaignChannelAnswer(Answer):
    """A channel by which it was meant to spread."""

    about: ClassVar[str] = "Un canal previsto."
    channel: str = Field(examples=["radio"])
    detail: str | None


class CampaignPieceAnswer(Answer):
    """Something to look at, listen to or hand out: one of `picture`, `file` and `url` is there."""

    about: ClassVar[str] = "Una pieza: trae «picture», «file» o «url», uno de los tres."
    format: str = Field(examples=["poster"])
    title: str
    licence: str = Field(examples=["cc-by-4.0"])
    text: str | None = Field(description="Texto equivalente: qué se ve o qué se dice.")
    picture: PictureAnswer | None
    file: FileAnswer | None
    url: str | None


class PartnerAnswer(Answer):
    """An institution that takes part."""

    about: ClassVar[str] = "Una institución que participa."
    name: str
    contribution: str | None
    url: str | None


class DiffusionTotal(Answer):
    """How much was spread by a channel."""

    about: ClassVar[str] = "Cuánto se difundió por un canal."
    channel: str
    quantity: int


class ResultsAnswer(Answer):
    """What came of the campaign."""

    about: ClassVar[str] = "Lo que se logró, contado al cierre."
    reach: int | None = Field(description="Personas alcanzadas.")
    attendance: int | None = Field(description="Asistentes a sus actividades.")
    materials_given: int | None = Field(description="Materiales entregados.")
    source: str | None = Field(description="Cómo se contó.")
    note: str | None


class CampaignDetail(CampaignItem, PieceDetail, GatheredLinks):
    """A whole campaign."""

    about: ClassVar[str] = "Una campaña completa."
    key_messages: list[str]
    channels: list[CampaignChannelAnswer]
    pieces: list[CampaignPieceAnswer]
    partners: list[PartnerAnswer]
    diffusion: list[DiffusionTotal]
    results: ResultsAnswer | None = Field(description="Nulo mientras no termina.")
