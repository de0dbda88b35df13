"""The JDK that runs a search node, and the jars that it is made of, kept outside the repository."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

SOURCES = Path(__file__).parent / "node"
OLDEST = 21  # OpenSearch 3 can't be loaded by an older one
LISTED = ["usr/lib/jvm/*", "opt/java/*", "usr/java/*"]
FETCH = "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"


class Missing(Exception):
    """What a node needs isn't on this machine."""


def jdk() -> Path:
    """The home of the JDK that OPENSEARCH_JAVA_HOME names, or of the newest that this machine lists.

    Missing when it isn't 21 or newer.
    """
    named = os.environ.get("OPENSEARCH_JAVA_HOME")
    homes = [Path(named)] if named else [home for pattern in LISTED for home in Path("/").glob(pattern)]
    newest = max(homes, key=version, default=None)
    if newest is None or version(newest) < OLDEST:
        raise Missing(f"no JDK {OLDEST} or newer (OPENSEARCH_JAVA_HOME says where one is)")
    return newest


def version(home: Path) -> int:
    """The feature version of a JDK, such as 21; 0 when there is none or it can't compile."""
    told = home / "release"
    if not (told.exists() and (home / "bin" / "javac").exists()):
        return 0
    found = re.search(r'^JAVA_VERSION="(\d+)', told.read_text(), re.MULTILINE)
    return int(found[1]) if found else 0


def jars(java: Path) -> Path:
    """The folder with the node's jars and its own: made once for these sources and this JDK, then kept."""
    sources = b"".join(path.read_bytes() for path in sorted(SOURCES.iterdir()))
    told = hashlib.sha256(sources + str(version(java)).encode()).hexdigest()[:12]
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "portal-institucional"
    folder = cache / f"search-node-{told}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "search-node.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _make(folder, java)
    return folder


def _make(folder: Path, java: Path) -> None:
    """Fetch the jars from Maven Central and compile SearchNode beside them; whole or not at all."""
    maven = shutil.which("mvn")
    if maven is None:
        raise Missing("Maven isn't installed, and the node's jars aren't kept yet")
    with tempfile.TemporaryDirectory(dir=folder.parent) as making:
        _run([maven, "-B", "-q", "-f", SOURCES / "pom.xml", FETCH, f"-DoutputDirectory={making}/jars"], java)
        _run(
            [java / "bin" / "javac", "-cp", f"{making}/jars/*", "-d", f"{making}/own", SOURCES / "SearchNode.java"],
            java,
        )
        _run([java / "bin" / "jar", "cf", f"{making}/jars/search-node.jar", "-C", f"{making}/own", "."], java)
        Path(making, "jars").rename(folder)


def _run(command: list, java: Path) -> None:
    done = subprocess.run(
        command, env=os.environ | {"JAVA_HOME": str(java)}, capture_output=True, text=True, timeout=600
    )
    if done.returncode:
        raise Missing(f"{Path(command[0]).name}: {(done.stdout + done.stderr)[-1500:]}")
