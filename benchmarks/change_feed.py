"""The proof of the feed of changes, at length: four processes act at random many times while another follows the feed.

`python benchmarks/change_feed.py [STEPS] [SEED]` (250 acts each by default) on SQLite and, where it is installed, on
PostgreSQL. It prints what was told, how many times the reader asked, and fails if it missed or repeated anything. What
it last printed is in docs/decisions/0012.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

from tests.pages.change_feed.test_at_once import check, write_and_follow  # noqa: E402
from tests.servers import manage, postgresql, postgresql_programs  # noqa: E402


def prove(name: str, url: str, folder: Path, steps: int, seed: int) -> None:
    """Run it on one database and print a line."""
    manage("migrate", "--verbosity", "0", DATABASE_URL=url, VAR_DIR=str(folder))
    start = time.monotonic()
    seen = write_and_follow(url, folder, steps=steps, seed=seed)
    check(seen)
    told = Counter(change["change"] for change in seen["changes"])
    spent = time.monotonic() - start
    print(f"{name}: {len(seen['changes'])} changes in {seen['readings']} readings, {spent:.0f} s, {dict(told)}")


def main(steps: int = 250, seed: int = 8188) -> None:
    """Prove it on each database, and tell how busy the machine was."""
    print(f"1-minute load when it began: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="changes-") as folder:
        prove("SQLite", f"sqlite:///{folder}/db.sqlite3", Path(folder), steps, seed)
    if programs := postgresql_programs():
        with tempfile.TemporaryDirectory(prefix="changes-") as folder, postgresql(programs) as url:
            prove("PostgreSQL", url, Path(folder), steps, seed)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
