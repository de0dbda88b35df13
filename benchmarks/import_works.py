"""How long the real task takes to bring in 490 right works of a sheet of 500, as drafts and published.

Run by `python benchmarks/import_works.py [ROWS]` (500 by default). Each time on a database of its own, migrated from
zero: it prints the seconds of reading the sheet, and those of the task with how long each work took.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]


def main(rows: int = 500) -> None:
    """Print a line for each way of bringing them in."""
    with tempfile.TemporaryDirectory(prefix="works-") as folder:
        os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "VAR_DIR": folder}
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        for publishes in (False, True):
            measure(rows, publishes=publishes, first=5_000_000 if publishes else 3_000_000)


def measure(rows: int, *, publishes: bool, first: int) -> None:
    """Read a sheet in which one row of fifty is wrong, bring it in as the worker does, and print how long it took."""
    from institution.models import LongTask
    from pages.actions.work_imports import start_import
    from pages.actions.work_sheets import read_works
    from tests.factories.institution import DistrictFactory
    from tests.factories.pages import site_tree
    from tests.factories.people import user_with
    from tests.factories.works import NOW

    site_tree()
    DistrictFactory(ubigeo="020201", name="Aija", slug="aija")
    lines = [f"{first + n},Canal {n},Contrata,Aija,{'mucho' if n % 50 == 7 else '1250000.50'}" for n in range(rows)]
    content = "\n".join(["CUI,Obra,Modalidad,Distrito,Monto viable", *lines]).encode()
    start = time.monotonic()
    run = read_works(filename="obras.csv", content=content, by=user_with(None), at=NOW)
    read = time.monotonic() - start
    right = run.rows.filter(verdict="new").count()
    task = start_import(run=run, publishes=publishes, by=user_with(None), at=NOW)
    spent = time.monotonic() - start - read
    done = LongTask.objects.get(pk=task.pk)
    how = "published" if publishes else "drafts"
    print(f"{rows} rows read in {read:.1f} s; {right} {how} in {spent:.0f} s ({spent / right * 1000:.0f} ms each)")
    print(f"  {done.state}: {done.result.get('summary', done.message)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
