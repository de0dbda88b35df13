"""On PostgreSQL the database notes what changed as on SQLite, and no writer is passed by."""

import pytest

from tests.servers import manage

pytestmark = pytest.mark.xdist_group("postgresql")
RUN = "from tests.search.cluster.on_postgresql import {0}; {0}()"


def run(name: str, url: str, folder) -> list[str]:
    """What a function of on_postgresql.py prints."""
    told = manage("shell", "--verbosity", "0", "-c", RUN.format(name), DATABASE_URL=url, VAR_DIR=str(folder))
    return told.split("\n")[:-1]


def test_what_changes_is_noted_told_and_found(fresh_postgresql, tmp_path):
    told = run("follow", fresh_postgresql(), tmp_path)
    assert told == ["noted 3", "told 4 left 0", "found [(2, 2.5)]"]


def test_a_document_that_is_being_written_when_an_index_begins_is_in_it(fresh_postgresql, tmp_path):
    assert run("begin_while_somebody_writes", fresh_postgresql(), tmp_path) == ["written 1"]
