"""Searches without pause, each answer compared with what is known to be right."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from search.engines.cluster.schema import document
from search.engines.cluster.servers import Servers
from search.engines.cluster.writing import body
from search.engines.matches import Unavailable
from search.engines.tree import AnyOf, Sequence
from search.models import IndexedDocument
from tests.search.cluster.documents import NOTE
from tests.search.cluster.nodes import Node

WORDS = ["agu", "call", "colegi", "cort", "obra", "plaz", "limpi"]
QUESTION = body(AnyOf((Sequence(("agu",)), Sequence(("call",)), Sequence(("cort", "obra")))), kinds=[NOTE])

PATIENCE = 60  # seconds
Answer = dict[int, float]


@dataclass
class Seen:
    """How many searches were answered, how many of them wrongly, what failed, and the longest that one took (s)."""

    answered: int = 0
    wrong: int = 0
    failed: list[str] = field(default_factory=list)
    longest: float = 0.0

    def wait(self, answers: int) -> None:
        """Wait until so many searches more were answered."""
        enough, until = self.answered + answers, time.monotonic() + PATIENCE
        while self.answered < enough:
            assert time.monotonic() < until, f"the searches stopped: {self}"
            time.sleep(0.1)


def fill(servers: Servers, name: str, documents: int) -> None:
    """An index with so many documents, of words that repeat in their own way."""
    servers.create(name)
    servers.put(name, ({"_id": str(number), "_source": said(number)} for number in range(documents)))
    servers.refresh(name)


def said(number: int) -> dict[str, Any]:
    """What the cluster is given of the document of that number."""
    words = " ".join(WORDS[number * step % len(WORDS)] for step in range(1, 5 + number % 3))
    return document(IndexedDocument(pk=number, kind=NOTE, title=words, body=f"{words} {WORDS[number % 4]}"))


def answer(servers: Servers, name: str) -> Answer:
    """What the question finds: the score of each row."""
    return {hit["fields"]["row"][0]: round(hit["_score"], 3) for hit in servers.ask(name, QUESTION)}


def in_charge(servers: Servers, nodes: list[Node]) -> Node:
    """The node that manages the cluster, whose loss asks most of the others."""
    name = servers.es.cat.cluster_manager(format="json")[0]["node"]
    return next(node for node in nodes if node.settings["node.name"] == name)


@contextmanager
def asking(servers: Servers, name: str, *, threads: int = 2) -> Iterator[Seen]:
    """Threads that ask the question for as long as the block lasts; what they saw is complete when it ends."""
    seen, right, stop = Seen(), answer(servers, name), threading.Event()
    askers = [threading.Thread(target=_ask, args=(servers, name, right, seen, stop)) for _ in range(threads)]
    for asker in askers:
        asker.start()
    try:
        yield seen
    finally:
        stop.set()
        for asker in askers:
            asker.join()


def _ask(servers: Servers, name: str, right: Answer, seen: Seen, stop: threading.Event) -> None:
    while not stop.is_set():
        began = time.monotonic()
        try:
            seen.wrong += answer(servers, name) != right
            seen.answered += 1
        except Unavailable as unavailable:
            seen.failed.append(str(unavailable))
        seen.longest = max(seen.longest, time.monotonic() - began)
