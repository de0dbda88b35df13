"""The rows that every installation starts with: districts, units, series, years, terms, restriction periods."""

import csv
import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from institution.models import (
    District,
    DocumentSeries,
    OrganicUnit,
    RestrictionPeriod,
    TermOfGovernment,
    YearName,
)

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def seed_institution() -> None:
    """Make the rows that are absent; never touch those that exist, so that editors' changes stay."""
    data = tomllib.loads((DATA / "institution.toml").read_text(encoding="utf-8"))
    _seed_districts()
    _seed_units(data["units"])
    _make_absent(YearName, data["year_names"], "year")
    _make_absent(TermOfGovernment, data["terms"], "name")
    _make_absent(RestrictionPeriod, data["restrictions"], "name")
    for row in data["series"]:
        unit = OrganicUnit.objects.get(code=row["unit"])
        fields = {name: value for name, value in row.items() if name != "code"}
        DocumentSeries.objects.get_or_create(code=row["code"], defaults=fields | {"unit": unit})


def _make_absent(model: Any, rows: list[dict], key: str) -> None:
    for row in rows:
        model.objects.get_or_create(**{key: row[key]}, defaults=row)


def _seed_units(rows: list[dict]) -> None:
    for position, row in enumerate(rows):
        parent = OrganicUnit.objects.get(code=row["parent"]) if "parent" in row else None
        fields = {name: value for name, value in row.items() if name not in ("code", "parent")}
        OrganicUnit.objects.get_or_create(code=row["code"], defaults=fields | {"parent": parent, "position": position})


def _seed_districts() -> None:
    with (DATA / "districts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            District.objects.get_or_create(ubigeo=row["ubigeo_inei"], defaults=_district(row))


def _district(row: dict[str, str]) -> dict[str, Any]:
    return {
        "reniec_code": row["codigo_reniec"],
        "name": row["distrito"],
        "slug": slugify(row["distrito"]),
        "is_capital": row["capital_provincial"] == "si",
        "latitude": row["latitud"],
        "longitude": row["longitud"],
    }
