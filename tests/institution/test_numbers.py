"""Numbers of official documents: gapless, unique, never given twice."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, models, transaction

from institution.actions.numbers import AlreadyVoided, issue_number, void_number
from institution.models import InstitutionSettings, IssuedNumber
from institution.rules.correlative import unknown_placeholders, written_number
from tests.factories.institution import DocumentSeriesFactory
from tests.servers import ROOT, environment, manage

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
PROCESSES, ATTEMPTS, KEPT = 4, 24, 16
COUNT = """
import json
from institution.models import IssuedNumber
print(json.dumps([list(IssuedNumber.objects.order_by("number").values_list("number", flat=True)),
                  IssuedNumber.objects.values("text").distinct().count()]))
"""
SEED = """
from institution.actions.seed_institution import seed_institution
seed_institution()
"""


def issue(at=NOON):
    return issue_number(series_code="nota-prensa", subject="Asunto", by=None, at=at)


@pytest.fixture
def series(db):
    InstitutionSettings.load()
    return DocumentSeriesFactory()


def test_a_number_is_written_as_the_office_writes_it(series):
    assert issue().text == "N.° 001-2026-OII-MPA"


def test_numbers_follow_each_other_and_start_again_each_year_of_lima(series):
    last_evening_of_the_year = datetime(2027, 1, 1, 4, 59, tzinfo=UTC)
    first_morning = datetime(2027, 1, 1, 5, 0, tzinfo=UTC)
    numbers = [issue(), issue(last_evening_of_the_year), issue(first_morning)]
    assert [(number.year, number.number) for number in numbers] == [(2026, 1), (2026, 2), (2027, 1)]


def test_a_voided_number_stays_and_is_never_given_again(series):
    voided = void_number(number=issue(), reason="Salió con error", by=None, at=NOON)
    assert voided.voided_at == NOON
    assert issue().number == 2
    with pytest.raises(AlreadyVoided, match="ya estaba anulado"):
        void_number(number=voided, reason="Otra vez", by=None, at=NOON)


def test_voiding_needs_a_reason(series):
    number = issue()
    with pytest.raises(ValueError, match="por qué"):
        void_number(number=number, reason="  ", by=None, at=NOON)
    number.voided_at = NOON
    with pytest.raises(IntegrityError), transaction.atomic():
        number.save()


def test_the_database_refuses_the_same_number_twice_and_numbers_below_one(series):
    first = issue()
    for number in (first.number, 0):
        first.pk, first.number, first.text = None, number, f"copia {number}"
        with pytest.raises(IntegrityError), transaction.atomic():
            first.save(force_insert=True)


def test_two_series_number_apart_even_when_they_write_alike(series):
    DocumentSeriesFactory(code="comunicado", unit=series.unit)
    other = issue_number(series_code="comunicado", subject="Otro", by=None, at=NOON)
    assert (issue().number, other.number) == (1, 1)


def test_a_number_that_a_note_may_use_cannot_be_deleted_with_its_series(series):
    issue()
    with pytest.raises(models.ProtectedError):
        series.delete()
    assert IssuedNumber.objects.count() == 1


def test_the_pattern_names_what_it_does_not_know():
    assert unknown_placeholders("N.° {numero}-{anio}-{oficina}") == set()
    assert unknown_placeholders("{numero} {mes}") == {"mes"}
    assert written_number("{numero}/{anio}", number=1234, year=2026, office="", entity="") == "1234/2026"


def issue_in_parallel(url: str, tmp_path) -> tuple[list[int], int]:
    """Issue from parallel processes in a migrated database of the test's own, and give what it holds."""
    values = {"DATABASE_URL": url, "VAR_DIR": str(tmp_path)}
    manage("shell", "-c", SEED, **values)
    command = [sys.executable, str(ROOT / "tests/institution/issue_numbers.py"), str(ATTEMPTS)]
    running = [subprocess.Popen(command, env=environment(**values)) for _ in range(PROCESSES)]
    assert [process.wait(timeout=120) for process in running] == [0] * PROCESSES
    numbers, texts = json.loads(manage("shell", "-c", COUNT, **values).strip().splitlines()[-1])
    return numbers, texts


@pytest.mark.xdist_group("processes")
def test_parallel_processes_leave_neither_gap_nor_duplicate_on_sqlite(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    numbers, texts = issue_in_parallel(f"sqlite:///{database}", tmp_path)
    assert numbers == list(range(1, PROCESSES * KEPT + 1))
    assert texts == len(numbers)


@pytest.mark.xdist_group("postgresql")
def test_parallel_processes_leave_neither_gap_nor_duplicate_on_postgresql(fresh_postgresql, tmp_path):
    numbers, texts = issue_in_parallel(fresh_postgresql(), tmp_path)
    assert numbers == list(range(1, PROCESSES * KEPT + 1))
    assert texts == len(numbers)
