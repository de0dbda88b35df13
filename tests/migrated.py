"""Databases migrated from zero once for the whole suite, and copied for whoever needs one."""

import fcntl
import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from tests.servers import ROOT, manage

KEPT = 2


def migrated_file() -> Path:
    """A SQLite file migrated from zero. It is made anew whenever a migration or a library changes."""
    folder = Path(settings.VAR_DIR) / "test-databases"
    path = folder / f"{_fingerprint()}.sqlite3"
    folder.mkdir(parents=True, exist_ok=True)
    _once(path, lambda making: manage("migrate", "--verbosity", "0", DATABASE_URL=f"sqlite:///{making}"))
    for old in sorted(folder.glob("*.sqlite3"), key=lambda file: file.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _fingerprint() -> str:
    migrations = sorted(path for path in ROOT.glob("**/migrations/*.py") if ".venv" not in path.parts)
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in migrations:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _once(path: Path, make: Callable[[Path], object]) -> None:
    """Have `make` write the file unless it is there; the processes of a suite wait for the one that does."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            making = path.with_suffix(".making")
            making.unlink(missing_ok=True)
            make(making)
            making.rename(path)
