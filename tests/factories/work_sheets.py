"""Spreadsheets of works as the office keeps them, and what is said of each row."""

import csv
import io

from pages.actions.work_imports import bring_in, start_import
from pages.actions.work_sheets import read_works
from pages.models import WorkImport
from tests.factories.people import user_with
from tests.factories.works import NOW

HEADS = ["CUI", "Obra", "Modalidad", "Distrito", "Monto viable", "RUC", "Latitud", "Longitud", "Estado", "Inicio real"]
RIGHT = [
    "", "Canal", "Contrata", "Aija", "1,250,000.50", "20512333797", "-9.78", "-77.61", "En ejecución", "05/01/2026",
]  # fmt: skip
TEN_WRONG = [
    {"CUI": "123"}, {"CUI": ""}, {"RUC": "20512333798"}, {"Monto viable": "mucho"}, {"Distrito": "Huaraz"},
    {"Estado": "casi lista"}, {"Latitud": "-99"}, {"Inicio real": "ayer"}, {"Obra": ""}, {"Modalidad": "=1+1"},
]  # fmt: skip


def sheet(*rows: dict[str, object], heads: list[str] = HEADS, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A CSV with these changes over a right row, each with a CUI of its own unless it says one."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(heads)
    for place, changes in enumerate(rows):
        whole = dict(zip(HEADS, RIGHT, strict=True)) | {"CUI": f"{3_000_000 + place}"} | changes
        writer.writerow([whole.get(head, "") for head in heads])
    return out.getvalue().encode(encoding)


def five_hundred() -> bytes:
    """A whole sheet, of which ten rows are wrong, each in its own way."""
    rows: list[dict] = [{} for _number in range(500)]
    for place, wrong in enumerate(TEN_WRONG):
        rows[place * 50 + 7] = wrong
    return sheet(*rows)


def read(content: bytes) -> WorkImport:
    """The sheet as the office uploads it, before anything is decided."""
    return read_works(filename="obras.csv", content=content, by=user_with(None), at=NOW)


def verdicts(run: WorkImport) -> list[str]:
    return list(run.rows.values_list("verdict", flat=True))


def told_of(run: WorkImport, line: int = 2) -> str:
    return run.rows.get(line=line).message


def do(run: WorkImport, *, publishes: bool = False) -> None:
    """Decide to bring it in, and do what the worker does."""
    task = start_import(run=run, publishes=publishes, by=user_with(None), at=NOW)
    bring_in(task, lambda done, total: None)
