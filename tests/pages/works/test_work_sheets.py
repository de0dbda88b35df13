"""Any usual spreadsheet of works is read, and what is none is refused with what to do."""

import io
from contextlib import suppress
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from institution.enums import Role
from pages.rules.sheet_values import UnreadableCell, heading, number, words
from pages.spreadsheets.works import MOST_ROWS, UnreadableSheet, read_sheet
from tests.factories.institution import DistrictFactory
from tests.factories.work_sheets import HEADS, RIGHT, read, sheet, told_of, verdicts
from tests.pages.desk import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aija")]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "latin-1"), (";", "utf-8-sig"), (",", "latin-1")]
)
def test_any_usual_csv_is_read(delimiter, encoding):
    run = read(sheet({"Obra": "Reconstrucción"}, delimiter=delimiter, encoding=encoding))
    assert run.rows.get().title == "Reconstrucción"


def xlsx(*rows: list[object]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_an_xlsx_is_read_with_its_numbers_and_dates_and_its_formulas_are_refused():
    rows = [HEADS, [3000000, "Canal", "Contrata", 20201, 1250000.5, 20512333797, -9.78, -77.61, "", date(2026, 1, 5)]]
    DistrictFactory(ubigeo="20201", name="Otro", slug="otro")
    run = read(xlsx(*rows, [3000001, "=A1", *RIGHT[2:]]))
    assert verdicts(run) == ["new", "wrong"]
    assert run.rows.first().values["viable_amount"] == "1250000.5"
    assert "fórmula" in told_of(run, 3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 roto",
        b"Nombre,Monto\nCanal,5\n",
        b"\x00",
        b"%PDF-1.4",
        b'CUI,Obra\n"abierta',
    ],
)
def test_what_is_no_spreadsheet_of_works_is_refused_with_what_to_do_or_read_as_nothing(content):
    client = sign_in(Role.HEAD)
    upload = SimpleUploadedFile("obras.csv", content) if content else SimpleUploadedFile("obras.csv", b" ")
    response = client.post(reverse("obras_importadas:upload"), {"sheet": upload})
    assert response.status_code in (200, 302)
    if response.status_code == 200:
        assert response.context["form"].errors["sheet"]


def test_a_sheet_with_too_many_rows_is_refused():
    with pytest.raises(UnreadableSheet, match="2000"):
        read_sheet(sheet(*[{}] * (MOST_ROWS + 1)))


@given(st.text(max_size=60))
def test_no_cell_breaks_the_reading(typed):
    assert isinstance(heading(typed), str)
    for read_cell in (words, number):
        with suppress(UnreadableCell):
            read_cell(typed)
