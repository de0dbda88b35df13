"""A cluster of three OpenSearch nodes that loses each of them in turn, while people search.

`python benchmarks/cluster_failure.py [SECONDS]` needs what the tests of the cluster need (a JDK of 21 or newer, Maven).
Each node is killed (SIGKILL), missed for SECONDS (10 by default) and started again, until the cluster is whole. It
prints a line for each: searches answered, wrong and failed, the longest one, and how long until the cluster was whole.
"""

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django  # noqa: E402

django.setup()

from tests.search.cluster.conftest import reached  # noqa: E402
from tests.search.cluster.load import asking, fill, in_charge  # noqa: E402
from tests.search.cluster.nodes import Node, three_nodes  # noqa: E402


def lose(servers, nodes: list[Node], victim: Node, seconds: float) -> str:
    """Kill a node, have it back, and tell what was seen."""
    charge = "in charge" if victim is in_charge(servers, nodes) else "of the others"
    with asking(servers, "barrio") as seen:
        time.sleep(1)
        victim.stop(signal.SIGKILL)
        time.sleep(seconds)
        back = time.monotonic()
        victim.start()
        victim.wait(status="green", nodes=3)
        whole = time.monotonic() - back
    told = f"{seen.answered} answered, {seen.wrong} wrong, {len(seen.failed)} failed, longest {seen.longest:.2f} s"
    return f"{victim.settings['node.name']} ({charge}): {told}; whole {whole:.1f} s after its return"


def main(seconds: float = 10) -> None:
    """Lose each node in turn."""
    print(f"1-minute load when it began: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="cluster-") as home, three_nodes(Path(home)) as nodes:
        servers = reached(nodes)
        fill(servers, "barrio", 3000)
        nodes[0].wait(status="green", nodes=3)
        for node in nodes:
            print(lose(servers, nodes, node, seconds))


if __name__ == "__main__":
    main(*map(float, sys.argv[1:]))
