"""Databases migrated from zero once for the whole suite, and copied for whoever needs one."""

import fcntl
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tests.servers import ROOT, manage

KEPT = 6
TRIGGERS = ["search/index/schema.py", "search/engines/cluster/triggers.py"]  # what migrations write beside tables
LIBRARIES = "requirements.txt"  # a newer library brings migrations of its own, applied like ours


def migrated_file() -> Path:
    """A migrated SQLite file: from zero, or from the newest kept whose migrations are all among today's.

    It is made anew whenever a migration or a library changes; on a bare machine, always from zero.
    """
    folder = Path(settings.VAR_DIR) / "test-databases"
    folder.mkdir(parents=True, exist_ok=True)
    today = _digests()
    path = folder / f"{_fingerprint(today)}.sqlite3"
    _once(path, lambda making: _make(making, path, today))
    return path


def _make(making: Path, path: Path, today: dict[str, str]) -> None:
    """Migrate into `making`, which becomes `path`, note what it has, and keep only the newest beside it."""
    _migrate(making, _start(path.parent, today))
    path.with_suffix(".json").write_text(json.dumps(today))
    kept = sorted(path.parent.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)
    for old in kept[: -KEPT + 1]:
        old.unlink(missing_ok=True)


def _digests() -> dict[str, str]:
    """A digest of each file that says what the database is like."""
    migrations = sorted(path for path in ROOT.glob("**/migrations/*.py") if ".venv" not in path.parts)
    files = [ROOT / LIBRARIES, *(ROOT / name for name in TRIGGERS), *migrations]
    return {str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _fingerprint(digests: dict[str, str]) -> str:
    return hashlib.sha256(json.dumps(digests).encode()).hexdigest()[:16]


def _start(folder: Path, today: dict[str, str]) -> Path | None:
    """The newest kept file that only lacks migrations; None when there is none."""
    for told in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True):
        kept = told.with_suffix(".sqlite3")
        had = json.loads(told.read_text())
        if kept.exists() and _only_lacks_migrations(had, today):
            return kept
    return None


def _only_lacks_migrations(had: dict[str, str], today: dict[str, str]) -> bool:
    same = all(today.get(name) == digest for name, digest in had.items() if name != LIBRARIES)
    return same and all(name in had for name in TRIGGERS)


def _migrate(making: Path, start: Path | None) -> None:
    if start:
        shutil.copyfile(start, making)
    manage("migrate", "--verbosity", "0", DATABASE_URL=f"sqlite:///{making}")


def _once(path: Path, make: Callable[[Path], object]) -> None:
    """Have `make` write the file unless it is there; the processes of a suite wait for the one that does."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            making = path.with_suffix(".making")
            making.unlink(missing_ok=True)
            make(making)
            making.rename(path)
