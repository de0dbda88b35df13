"""What is exported of the works says what they say, and comes back without changing anything."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from institution.enums import Role
from pages.enums import WorkStage
from pages.models import PublicWorkPage
from tests.factories.institution import OrganicUnitFactory
from tests.factories.work_sheets import do, read, verdicts
from tests.factories.works import advance, published_work
from tests.pages.desk import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aija")]


def exported(kind: str) -> bytes:
    response = sign_in(Role.HEAD).get(reverse("obras:index"), {"export": kind})
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_comes_back_without_changing_anything(kind):
    work = published_work(
        cui="3000000", stage=WorkStage.EXECUTION, viable_amount=Decimal("1250000.50"), latitude=Decimal("-9.780280"),
        longitude=Decimal("-77.61"), planned_start=date(2026, 1, 5), contractor="=SUMA S. A. C.", locality="- Alto",
    )  # fmt: skip
    advance(work, date(2026, 2, 1), "12.5")
    published_work(cui="3000001")
    before = list(PublicWorkPage.objects.order_by("pk").values())
    run = read(exported(kind))
    assert verdicts(run) == ["same", "same"], [row.message for row in run.rows.all()]
    do(run, publishes=True)
    assert list(PublicWorkPage.objects.order_by("pk").values()) == before


def test_every_cell_of_the_exported_xlsx_says_what_the_work_says():
    unit = OrganicUnitFactory(code="GIDUR")
    work = published_work(
        cui="3000000", stage=WorkStage.EXECUTION, since=date(2026, 1, 6), title="Canal de Mellisca", unit=unit,
        viable_amount=Decimal("1250000.50"), updated_amount=Decimal("1300000.00"), latitude=Decimal("-9.780280"),
        longitude=Decimal("-77.610000"), planned_start=date(2026, 1, 5), planned_end=date(2026, 12, 5),
        contractor="=SUMA S. A. C.", contractor_ruc="20512333797", resident="Ing. de ejemplo", supervisor="Otra",
        infobras_code="123", funding_source="Canon", locality="- Alto", summary="Riego para Mellisca.",
    )  # fmt: skip
    advance(work, date(2026, 2, 1), "12.5", "10")
    heads, cells = load_workbook(io.BytesIO(exported("xlsx"))).active.iter_rows(values_only=True)
    told = dict(zip(heads, cells, strict=True))
    published = told.pop("Publicación")
    assert (published.date(), published.tzinfo) == (timezone.localdate(work.published_at), None)
    days = {name: value.date() for name, value in told.items() if hasattr(value, "date")}
    assert told | days == {
        "CUI": "3000000", "Obra": "Canal de Mellisca", "Bajada": "Riego para Mellisca.", "Código Infobras": "123",
        "Localidad": "- Alto", "Financiamiento": "Canon", "Contratista": "=SUMA S. A. C.", "RUC": "20512333797",
        "Residente": "Ing. de ejemplo", "Supervisión": "Otra", "Estado": "En ejecución",
        "Estado desde": date(2026, 1, 6), "Avance físico": 12.5, "Avance financiero": 10, "Modalidad": "Contrata",
        "Distrito": work.district.name, "Unidad": "GIDUR", "Monto viable": 1250000.5, "Monto actualizado": 1300000,
        "Latitud": -9.78028, "Longitud": -77.61, "Inicio previsto": date(2026, 1, 5),
        "Término previsto": date(2026, 12, 5), "Inicio real": None, "Término real": None,
    }  # fmt: skip
