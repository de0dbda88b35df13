"""The columns of a spreadsheet of works: what each is called, what field it fills, how its cells are read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from institution.models import District, OrganicUnit
from pages.enums import ParalysisCause, WorkModality, WorkStage
from pages.models import PublicWorkPage
from pages.rules.sheet_values import UnreadableCell, day, heading, number, words

TEXT = {
    "CUI": "cui",
    "Obra": "title",
    "Bajada": "summary",
    "Código Infobras": "infobras_code",
    "Localidad": "locality",
    "Financiamiento": "funding_source",
    "Contratista": "contractor",
    "RUC": "contractor_ruc",
    "Residente": "resident",
    "Supervisión": "supervisor",
}
NUMBERS = {
    "Monto viable": "viable_amount",
    "Monto actualizado": "updated_amount",
    "Latitud": "latitude",
    "Longitud": "longitude",
}
DAYS = {
    "Inicio previsto": "planned_start",
    "Término previsto": "planned_end",
    "Inicio real": "started_on",
    "Término real": "ended_on",
    "Estado desde": "stage_since",
}
FACTS = ("stage", "stage_since", "cause")


@dataclass(frozen=True)
class Vocabularies:
    """What a cell may name, by the words that name it, asked for once a sheet."""

    districts: dict[str, int]
    units: dict[str, int]

    @classmethod
    def load(cls) -> "Vocabularies":
        districts = {
            heading(word): row.pk for row in District.objects.all() for word in (row.name, row.ubigeo, row.slug)
        }
        units = {heading(word): row.pk for row in OrganicUnit.objects.all() for word in (row.code, row.name)}
        return cls(districts, units)


def read_cells(cells: dict[str, Any], known: Vocabularies) -> tuple[dict[str, Any], list[str]]:
    """The values of a row by field, and what is wrong with its cells. Empty cells say nothing."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for title, (name, read) in _columns(known).items():
        cell = cells.get(heading(title))
        if cell is None or not str(cell).strip():
            continue
        try:
            values[name] = _checked(name, read(cell))
        except UnreadableCell as told:
            wrong.append(f"{title}: {told}")
        except ValidationError as told:
            wrong.append(f"{title}: {' '.join(told.messages)}")
    return values, wrong


def _columns(known: Vocabularies) -> dict[str, tuple[str, Callable[[Any], Any]]]:
    return {
        **{title: (name, words) for title, name in TEXT.items()},
        **{title: (name, number) for title, name in NUMBERS.items()},
        **{title: (name, day) for title, name in DAYS.items()},
        "Estado": ("stage", _one_of(dict(WorkStage.choices))),
        "Causa": ("cause", _one_of(dict(ParalysisCause.choices))),
        "Modalidad": ("modality", _one_of(dict(WorkModality.choices))),
        "Distrito": ("district", _row_of(known.districts)),
        "Unidad": ("unit", _row_of(known.units)),
    }


def _one_of(labels: dict[str, Any]) -> Callable[[Any], str]:
    meanings = {heading(label): value for value, label in labels.items()} | {heading(value): value for value in labels}

    def read(cell: Any) -> str:
        if (value := meanings.get(heading(words(cell)))) is None:
            allowed = ", ".join(f"«{label}»" for label in labels.values())
            raise UnreadableCell(_("no conocemos «%(cell)s». Use: %(allowed)s.") % {
                "cell": words(cell)[:60], "allowed": allowed,
            })  # fmt: skip
        return value

    return read


def _row_of(rows: dict[str, int]) -> Callable[[Any], int]:
    def read(cell: Any) -> int:
        typed = words(cell)
        if (key := rows.get(heading(typed))) is None:
            raise UnreadableCell(_("no conocemos «%(cell)s»: escriba su nombre o su código.") % {"cell": typed[:60]})
        return key

    return read


def _checked(name: str, value: Any) -> Any:
    """The value as the work's own field would have it. Raises ValidationError."""
    if name in ("district", "unit", "cause"):
        return value
    if isinstance(value, date):
        if not 1950 <= value.year <= 2100:
            raise UnreadableCell(_("la fecha está fuera de lo posible: revise el año."))
        return value
    field = PublicWorkPage._meta.get_field(name)
    if name in ("latitude", "longitude"):
        value = round(value, 6)
    return field.clean(value, None)
