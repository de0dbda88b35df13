"""Real processes that ask together never let more pass than the limit, on SQLite and on PostgreSQL."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from headless.rules.limits import lease_size
from tests.servers import ROOT, environment

LIMIT, PROCESSES, SECONDS = 250, 3, 3


def start(url: str, folder: Path, *arguments: object) -> subprocess.Popen:
    command = [sys.executable, str(ROOT / "tests/headless/ask_at_once.py"), *map(str, arguments)]
    values = environment(DATABASE_URL=url, VAR_DIR=str(folder))
    return subprocess.Popen(command, cwd=ROOT, env=values, text=True, stdout=subprocess.PIPE)


def answer(process: subprocess.Popen) -> dict[str, Any]:
    told, _errors = process.communicate(timeout=120)
    assert process.returncode == 0
    return json.loads(told)


def ask_together(url: str, folder: Path) -> None:
    """Ask from all processes, and hold the sum of each minute against the limit."""
    running = [start(url, folder, "ask", LIMIT, SECONDS) for _ in range(PROCESSES)]
    passed: Counter[str] = Counter()
    for process in running:
        passed.update(answer(process))
    assert max(passed.values()) <= LIMIT
    # What a process took and did not use is lost to the others, and no more than that.
    assert max(passed.values()) > LIMIT - PROCESSES * lease_size(LIMIT)


@pytest.mark.xdist_group("processes")
def test_three_processes_let_no_more_pass_than_the_limit_on_sqlite(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    ask_together(f"sqlite:///{database}", tmp_path)


@pytest.mark.xdist_group("postgresql")
def test_three_processes_let_no_more_pass_than_the_limit_on_postgresql(fresh_postgresql, tmp_path):
    ask_together(fresh_postgresql(), tmp_path)


@pytest.mark.xdist_group("processes")
def test_nobody_waits_for_a_busy_sqlite_more_than_a_moment_nor_is_turned_away(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    told = answer(start(f"sqlite:///{database}", tmp_path, "busy"))
    assert told["passes"]
    assert 0.2 < told["seconds"] < 2
    assert told["patience"] == 20_000, "other writes are as patient as before"
