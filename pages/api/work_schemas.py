"""A public work as integrators read it. Amounts are texts with two decimals in soles, so that no cent is lost."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from headless.schemas import Answer
from pages.api.block_schemas import PictureAnswer
from pages.api.schemas import GatheredLinks, PieceDetail, PieceItem

SOLES = "Soles, como texto con dos decimales."


class WorkPointAnswer(Answer):
    """Where the work is, in decimal degrees (WGS 84)."""

    about: ClassVar[str] = "Ubicación, en grados decimales (WGS 84)."
    latitude: float = Field(examples=[-9.78028])
    longitude: float = Field(examples=[-77.61056])
    exact: bool = Field(description="Verdadero si es el punto de la obra; falso si es el de su distrito.")


class WorkContractorAnswer(Answer):
    name: str
    ruc: str | None = Field(examples=["20512333797"])
    share: float | None = Field(description="Participación en el consorcio, en porcentaje.")


class WorkItem(PieceItem):
    """A public work."""

    about: ClassVar[str] = "Una obra pública."
    type: Literal["work"]
    cui: str | None = Field(description="Código Único de Inversiones.", examples=["2456789"])
    infobras_code: str | None
    state: str = Field(examples=["execution"])
    state_name: str = Field(examples=["En ejecución"])
    state_since: date | None
    modality: str | None = Field(examples=["contract"])
    modality_name: str | None = Field(examples=["Contrata"])
    viable_amount: str | None = Field(description=SOLES, examples=["1250000.50"])
    updated_amount: str | None = Field(description=SOLES)
    physical: float | None = Field(description="Último avance físico, en porcentaje acumulado.", examples=[62.5])
    financial: float | None = Field(description="Último avance financiero, en porcentaje acumulado.")
    measured_on: date | None = Field(description="Día del último avance.")
    begins_on: date | None = Field(description="Inicio real o, si no lo hay, el previsto.")
    coordinates: WorkPointAnswer | None


class WorkAdvanceAnswer(Answer):
    about: ClassVar[str] = "Un avance de la obra, acumulado hasta ese día."
    on: date
    physical: float
    financial: float
    amount: str | None = Field(description=SOLES)
    note: str | None
    reason: str | None = Field(description="Por qué retrocede, si retrocede.")
    photos: list[PictureAnswer]


class WorkMoveAnswer(Answer):
    about: ClassVar[str] = "Un cambio de estado."
    on: date
    state: str
    state_name: str
    cause: str | None = Field(description="Causa, si quedó paralizada.")
    reason: str | None
    norm: str | None


class WorkExtensionAnswer(Answer):
    about: ClassVar[str] = "Una ampliación de plazo aprobada."
    days: int
    norm: str
    approved_on: date
    new_end: date


class WorkProgrammedAnswer(Answer):
    about: ClassVar[str] = "Avance físico programado, acumulado hasta ese día."
    on: date
    physical: float


class WorkPhotoAnswer(Answer):
    about: ClassVar[str] = "Una foto de antes, durante o después."
    moment: str = Field(examples=["before"])
    taken_on: date | None
    picture: PictureAnswer


class WorkDetail(WorkItem, PieceDetail, GatheredLinks):
    """A whole public work."""

    about: ClassVar[str] = "Una obra pública completa."
    funding_source: str | None
    contractor: WorkContractorAnswer | None
    consortium: list[WorkContractorAnswer]
    resident: str | None
    supervisor: str | None
    planned_start: date | None
    planned_end: date | None
    started_on: date | None
    ended_on: date | None
    due_on: date | None = Field(description="Término previsto, con las ampliaciones aprobadas.")
    extensions: list[WorkExtensionAnswer]
    programme: list[WorkProgrammedAnswer]
    advances: list[WorkAdvanceAnswer] = Field(description="Del más reciente al más antiguo.")
    moves: list[WorkMoveAnswer] = Field(description="Del más reciente al más antiguo.")
    photos: list[WorkPhotoAnswer]
    report_url: str = Field(description="Dónde reporta un problema la ciudadanía.")
