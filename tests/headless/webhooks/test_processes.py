"""Two workers at once, and one that is killed at the worst moment: real processes over SQLite and PostgreSQL."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.headless.webhooks.receiver import Receiver
from tests.servers import ROOT, environment

Proof = Callable[[str, Path], None]


@contextmanager
def workers(url: str, folder: Path, *receivers: Receiver) -> Iterator[Callable[..., subprocess.Popen]]:
    """Starts workers over a database, which may reach the receivers; none outlives the test."""
    values = {"WEBHOOK_ALLOWED": ",".join(receiver.place for receiver in receivers)}
    running = environment(DATABASE_URL=url, VAR_DIR=str(folder), **values)
    started: list[subprocess.Popen] = []

    def start(*arguments: object) -> subprocess.Popen:
        command = [sys.executable, str(ROOT / "tests/headless/webhooks/work.py"), *map(str, arguments)]
        started.append(subprocess.Popen(command, cwd=ROOT, env=running, text=True, stdout=subprocess.PIPE))
        return started[-1]

    try:
        yield start
    finally:
        for process in started:
            process.kill()
            process.communicate()
        for receiver in receivers:
            receiver.close()


def said(process: subprocess.Popen) -> list[int]:
    """The numbers that a worker printed, once it ended well."""
    words, _errors = process.communicate(timeout=120)
    assert process.returncode == 0
    return [int(word) for word in words.split()]


def two_workers_at_once_deliver_each_message_once_and_in_order(url: str, folder: Path) -> None:
    one, other = Receiver(), Receiver()
    with workers(url, folder, one, other) as start:
        both = [start("queue", 40, one.address, other.address), start("share")]
        assert sum(said(worker)[0] for worker in both) == 80
    for receiver in (one, other):
        assert receiver.twice() == []
        assert [each.told["data"]["id"] for each in receiver.got] == list(range(1, 41))


def a_worker_killed_before_it_notes_the_answer_repeats_the_same_and_loses_nothing(url: str, folder: Path) -> None:
    receiver = Receiver()
    with workers(url, folder, receiver) as start:
        dying = start("die", 3, receiver.address)
        assert dying.stdout.readline() == "answered\n"
        os.kill(dying.pid, signal.SIGKILL)
        assert dying.wait(timeout=30) == -signal.SIGKILL
        assert said(start("heir")) == [0, 3, 0]  # who died holds it for two minutes
    assert [each.told["data"]["id"] for each in receiver.got] == [1, 1, 2, 3]
    first, again = receiver.got[:2]
    assert (again.id, again.body) == (first.id, first.body)
    assert receiver.twice() == [first.id]


PROOFS = [
    two_workers_at_once_deliver_each_message_once_and_in_order,
    a_worker_killed_before_it_notes_the_answer_repeats_the_same_and_loses_nothing,
]


@pytest.mark.xdist_group("processes")
@pytest.mark.parametrize("proof", PROOFS)
def test_on_sqlite(proof: Proof, migrated_sqlite, tmp_path):
    proof(f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'db.sqlite3')}", tmp_path)


@pytest.mark.xdist_group("postgresql")
@pytest.mark.parametrize("proof", PROOFS)
def test_on_postgresql(proof: Proof, fresh_postgresql, tmp_path):
    proof(fresh_postgresql(), tmp_path)
