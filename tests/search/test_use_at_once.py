"""Searches counted by several processes at once, on both databases: none is lost, and the registers find there too."""

import subprocess
import sys

import pytest

from tests.servers import ROOT, environment, manage

COUNT = """
from django.utils import timezone
from search.actions.use import count_click, count_search
for _ in range(40):
    count_search(typed="¿Agua?", found=False, corrected=True, at=timezone.now())
    count_click(typed="agua", at=timezone.now())
"""
READ = """
from django.utils import timezone
from institution.admin.word_search import having_words
from institution.models import OrganicUnit
from search.actions.use import forget
from search.models import SearchUse, SynonymGroup
from search.synonyms import groups
rows = SearchUse.objects.all().by_words().shown_as("empty")
print([tuple(row.values()) for row in rows], forget(timezone.now()))
unit = OrganicUnit.objects.create(code="GI", name="Gerencia de la Niñez", level="line")
print([having_words(OrganicUnit.objects.all(), typed, ["code", "name"]).count() for typed in ("ninez gerencias", "%")])
SynonymGroup.objects.create(terms="a\\nb")
print(groups())
"""


@pytest.mark.xdist_group("processes")
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_no_count_is_lost_among_processes(database, request, migrated_sqlite, tmp_path):
    if database == "postgresql":
        url = request.getfixturevalue("fresh_postgresql")()
    else:
        (tmp_path / "db.sqlite3").write_bytes(migrated_sqlite.read_bytes())
        url = f"sqlite:///{tmp_path / 'db.sqlite3'}"
    values = {"DATABASE_URL": url, "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", COUNT]
    running = [subprocess.Popen(command, cwd=ROOT, env=environment(**values)) for _process in range(2)]
    assert [each.wait(timeout=120) for each in running] == [0, 0]
    told = manage("shell", "-v0", "-c", READ, **values).splitlines()
    assert told == ["[('agua', 80, 80, 80, 80)] 0", "[1, 0]", "[['a', 'b']]"]
