"""Speed of the portal's search over 300, 3,000 and 30,000 documents, in each engine that can be reached from here.

Run it as `python benchmarks/search.py [--largest N] [sqlite|postgresql|opensearch ...]`; without a name, those that
are here. The documents are made of the sentences of the judged collection (benchmarks/searched/corpus.py), in the
throw-away index of `manage.py evaluate_search`. PostgreSQL is one started for it, if its programs are here, or that
of EVALUATION_DATABASE_URL; OpenSearch, that of SEARCH_CLUSTER_URLS. A figure of a query is the quickest of five
rounds, as what others do to the machine only adds; p50 and p95 are over the forty queries. On SQLite a bare FTS5
query of the same words over the same texts is measured in the same run. It exits with 1 when the common words take
more than four times that at 30,000 documents, or when in any engine their time grows faster than their matches.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (300, 3_000, 30_000)


def main() -> int:
    """Print the figures of each engine; 1 when one is over its limit."""
    from search.judging.engines import ENGINES, NotHere

    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="ENGINE", help=", ".join(ENGINES))
    parser.add_argument("--largest", type=int, default=SIZES[-1], metavar="N", help="documents at most")
    told, over = parser.parse_args(), False
    for name in told.names or ENGINES:
        try:
            with reached(name):
                over |= measure(name, [size for size in SIZES if size <= told.largest])
        except NotHere as missing:
            print(f"{name}: {missing}")
    return int(over)


def measure(name: str, sizes: list[int]) -> bool:
    """Print the figures of an engine by size; whether one is over its limit."""
    from benchmarks.searched.questions import STEEPEST
    from benchmarks.searched.speed import Figures, measured, steepness
    from search.judging.engines import ENGINES

    done: list[Figures] = []
    for size in sizes:
        with ENGINES[name]() as finder:
            done.append(measured(finder, size, bare=name == "sqlite"))
        show(name, done[-1])
    steep = steepness(done[-2], done[-1])
    print(f"{name}: the time of common words grows as the power {steep:.2f} of their matches (at most {STEEPEST})\n")
    slow = too_slow(done[-1])
    return slow or steep > STEEPEST


def too_slow(figures) -> bool:
    """Whether the common words are over their limit, told; never where there is nothing to compare with."""
    from benchmarks.searched.questions import MOST_TIMES

    if not figures.bare:
        return False
    print(f"common words at {figures.documents}: {figures.times_bare:.2f} times the bare query (at most {MOST_TIMES})")
    return figures.times_bare > MOST_TIMES


def show(name: str, figures) -> None:
    """The figures of a size: a line, and one for each kind of query."""
    from benchmarks.searched.speed import memory, p50, p95

    print(f"{name}, {figures.documents} documents: {figures.indexed_a_second:.0f} indexed a second, "
          f"{memory():.0f} MiB at most")  # fmt: skip
    line("all queries", [each.seconds for each in figures.pages], p50, p95)
    for kind in dict.fromkeys(each.kind for each in figures.pages):
        chosen = [each for each in figures.pages if each.kind == kind]
        matches = sum(each.matches for each in chosen) // len(chosen)
        line(f"{kind} ({matches} matches)", [each.seconds for each in chosen], p50, p95)
    line("completions", figures.completions, p50, p95)
    if figures.bare:
        line("bare FTS5, common", figures.bare, p50, p95)
        print(f"  {'':28} p95 is {figures.times_bare:.2f} times the bare one")


def line(what: str, seconds, p50, p95) -> None:
    print(f"  {what:28} p50 {p50(seconds) * 1_000:8.1f} ms   p95 {p95(seconds) * 1_000:8.1f} ms")


@contextmanager
def reached(name: str) -> Iterator[None]:
    """With a PostgreSQL of its own where one is needed, can be started, and none was given."""
    from tests.servers import postgresql, postgresql_programs

    programs = postgresql_programs()
    if name != "postgresql" or "EVALUATION_DATABASE_URL" in os.environ or programs is None:
        yield
        return
    with postgresql(programs) as address:
        os.environ["EVALUATION_DATABASE_URL"] = address
        try:
            yield
        finally:
            del os.environ["EVALUATION_DATABASE_URL"]


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        os.environ.update(VAR_DIR=folder, MEDIA_DIR=f"{folder}/media", DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")
        import django

        django.setup()
        sys.exit(main())
