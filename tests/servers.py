"""Real servers and databases of the test's own, on loopback, ended with the test."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 30
SERVER_READY_SECONDS = 60


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**values: str) -> dict[str, str]:
    """The environment of a process of ours, with the test settings unless told otherwise."""
    base = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}"}
    return os.environ | base | values


def manage(*arguments: str, **values: str) -> str:
    """Run `manage.py` and give its output; CalledProcessError when it fails."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(**values), capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@dataclass(frozen=True)
class Server:
    """Where a server of the suite's own answers, and the environment that reaches its database."""

    url: str
    values: dict[str, str]


@contextmanager
def served(folder: Path, database: Path, *, load: str) -> Iterator[Server]:
    """The platform over a copy of `database` filled by the Python `load` (`{port}` is its port), under gunicorn."""
    shutil.copy(database, folder / "db.sqlite3")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    values = {
        "VAR_DIR": str(folder),
        "MEDIA_DIR": str(folder / "media"),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "PUBLIC_URL": url,
        "MAIL_TO_FILES": "1",
    }
    manage("shell", "-c", load.format(port=port), **values)
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    with (folder / "web.log").open("w") as log:
        process = subprocess.Popen([*command, "--threads", "4"], cwd=ROOT, env=environment(**values), stderr=log)
        try:
            _wait_until_ready(f"{url}/readyz")
            yield Server(url, values)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_ready(address: str) -> None:
    until = time.monotonic() + SERVER_READY_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"{address} doesn't answer")


def postgresql_programs() -> Path | None:
    """The folder that has `initdb` and `postgres`, or None where PostgreSQL isn't installed."""
    folders = [Path(found).parent for name in ("initdb",) if (found := shutil.which(name))]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """A PostgreSQL of the test's own; its DATABASE_URL. Root lends it to an ordinary user, as it demands."""
    user, port = _ordinary_user(), free_port()
    run = {"user": user} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="postgresql-") as home:
        shutil.chown(home, user)
        data = Path(home) / "data"
        _quiet(
            [programs / "initdb", "-D", data, "-U", "prueba", "-A", "trust", "--no-sync", "-E", "UTF8"], cwd=home, **run
        )
        options = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={home}", "-c", "fsync=off"]
        command = [programs / "postgres", "-D", data, f"-p{port}", *options]
        server = subprocess.Popen(command, cwd=home, stderr=subprocess.DEVNULL, **run)
        try:
            _wait_for_port(port)
            yield f"postgres://prueba@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            server.wait(timeout=READY_SECONDS)


def _ordinary_user() -> str | int:
    if os.geteuid() != 0:
        return os.geteuid()
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _quiet(command: list, **options) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120, **options)


def _wait_for_port(port: int) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"nobody answers on {port}")
