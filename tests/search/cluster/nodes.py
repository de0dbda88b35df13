"""Real search nodes of the tests' own, on loopback, that never outlive them."""

import json
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from tests.search.cluster.java import SOURCES, jars, jdk
from tests.servers import free_port

READY_SECONDS = 120
STOP_SECONDS = 20
# A short-lived JVM: what starts soonest, not what runs fastest in an hour.
FLAGS = [
    "-Xms512m",
    "-Xmx512m",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:+AutoCreateSharedArchive",
]

SETTINGS = {"network.host": "127.0.0.1", "cluster.routing.allocation.disk.threshold_enabled": "false"}


class NotReady(Exception):
    """A node ended, or took too long to answer."""


@dataclass
class Node:
    """One OpenSearch node: where it lives and answers, and its process while it runs."""

    home: Path
    settings: dict[str, str]
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the process, without waiting for it."""
        (self.home / "config").mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCES / "log4j2.properties", self.home / "config")
        with (self.home / "node.log").open("ab") as log:
            self.process = subprocess.Popen(self._command(), stdin=subprocess.PIPE, stdout=log, stderr=log)

    def _command(self) -> list[str]:
        java = jdk()
        folder = jars(java)
        pairs = [f"{key}={value}" for key, value in self.settings.items()] + [f"http.port={self.port}"]
        archive = f"-XX:SharedArchiveFile={folder}.jsa"
        paths = ":".join(sorted(str(jar) for jar in folder.glob("*.jar")))
        return [str(java / "bin" / "java"), *FLAGS, archive, "-cp", paths, "SearchNode", str(self.home), *pairs]

    def wait(self, *, status: str = "yellow", nodes: int = 1) -> None:
        """Wait until its cluster has that many nodes and that health; NotReady when it ends or takes too long."""
        until = time.monotonic() + READY_SECONDS
        asked = f"{self.url}/_cluster/health?wait_for_status={status}&wait_for_nodes={nodes}&timeout=2s"
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                raise NotReady(self._log())
            if self._healthy(asked):
                return
            time.sleep(0.2)
        raise NotReady(self._log())

    def _healthy(self, asked: str) -> bool:
        try:
            with urllib.request.urlopen(asked, timeout=5) as answer:
                health = json.load(answer)
        except OSError:  # nobody yet, or 408 when its own wait ran out
            return False
        return not health["timed_out"] and health["cluster_name"] == self.settings["cluster.name"]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End the process, and wait for its end."""
        if self.process is None:
            return
        self.process.send_signal(how)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdin.close()
        self.process = None

    def _log(self) -> str:
        return (self.home / "node.log").read_text()[-3000:]


@contextmanager
def one_node(home: Path) -> Iterator[Node]:
    """A node by itself, which answers."""
    node = Node(home, SETTINGS | {"cluster.name": _name(), "node.name": "alone", "discovery.type": "single-node"})
    with _ended([node]):
        node.start()
        node.wait()
        yield node


@contextmanager
def three_nodes(home: Path) -> Iterator[list[Node]]:
    """A cluster of three nodes that have found each other."""
    names = ["one", "two", "three"]
    doors = {name: str(free_port()) for name in names}
    together = SETTINGS | {
        "cluster.name": _name(),
        "discovery.seed_hosts": ",".join(f"127.0.0.1:{door}" for door in doors.values()),
        "cluster.initial_cluster_manager_nodes": ",".join(names),
    }
    nodes = [Node(home / name, together | {"node.name": name, "transport.port": doors[name]}) for name in names]
    with _ended(nodes):
        for node in nodes:
            node.start()
        for node in nodes:
            node.wait(nodes=3)
        yield nodes


def _name() -> str:
    """A cluster's name that nobody else's has, so that no other node is taken for ours."""
    return f"tests-{uuid4().hex[:12]}"


@contextmanager
def _ended(nodes: list[Node]) -> Iterator[None]:
    with ExitStack() as ends:
        for node in nodes:
            ends.callback(node.stop)
        yield
