"""Four processes publish, withdraw, move and delete at random while another follows the feed: it misses nothing."""

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.servers import ROOT, environment

WRITERS = 4
STEPS = 20
SEED = 8188


def write_and_follow(url: str, folder: Path, *, steps: int = STEPS, seed: int = SEED) -> dict[str, Any]:
    """What the reader was told while the writers wrote, and what was public at the end."""
    values = environment(DATABASE_URL=url, VAR_DIR=str(folder), MEDIA_DIR=str(folder / "media"))
    stop = folder / "stop"

    def start(*arguments: object, **options) -> subprocess.Popen:
        command = [sys.executable, str(ROOT / "tests/pages/change_feed/at_random.py"), *map(str, arguments)]
        return subprocess.Popen(command, cwd=ROOT, env=values, text=True, **options)

    assert start("prepare", 3).wait(timeout=120) == 0
    with (folder / "read.json").open("w") as told:
        reader = start("read", stop, stdout=told)
        writers = [start("write", seed + n, steps, stdout=subprocess.PIPE) for n in range(WRITERS)]
        done = [int(writer.communicate(timeout=1_800)[0]) for writer in writers]
        stop.touch()
        assert reader.wait(timeout=300) == 0
    assert sum(done) > WRITERS * steps * 0.6, done
    return json.loads((folder / "read.json").read_text())


def check(seen: dict[str, Any]) -> None:
    """Nothing is missing, nothing is twice, and each item's changes are in order."""
    assert seen["copy"] == seen["public"]
    assert seen["changes"] == seen["again"]
    versions = defaultdict(list)
    for change in seen["changes"]:
        versions[change["type"], change["id"]].append(change["version"])
    assert all(counted == list(range(1, len(counted) + 1)) for counted in versions.values())
    assert {change["change"] for change in seen["changes"]} >= {"created", "updated", "moved", "unpublished", "deleted"}
    assert seen["readings"] > 3


@pytest.mark.xdist_group("processes")
def test_a_reader_misses_nothing_while_four_processes_write_on_sqlite(migrated_sqlite, tmp_path):
    database = shutil.copy(migrated_sqlite, tmp_path / "db.sqlite3")
    check(write_and_follow(f"sqlite:///{database}", tmp_path))


@pytest.mark.xdist_group("postgresql")
def test_a_reader_misses_nothing_while_four_processes_write_on_postgresql(fresh_postgresql, tmp_path):
    check(write_and_follow(fresh_postgresql(), tmp_path))
