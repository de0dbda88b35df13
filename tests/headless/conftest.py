"""A real server for what must be seen from outside: real addresses, real bytes."""

import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.servers import ROOT, environment, free_port, manage

READY_SECONDS = 60


@pytest.fixture(scope="session")
def api_server(migrated_sqlite, tmp_path_factory) -> Iterator[str]:
    """Where the platform answers with a few notes, served as `make serve` does."""
    folder, port = tmp_path_factory.mktemp("api"), free_port()
    shutil.copy(migrated_sqlite, folder / "db.sqlite3")
    address = f"http://127.0.0.1:{port}"
    values = {
        "VAR_DIR": str(folder),
        "MEDIA_DIR": str(folder / "media"),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "PUBLIC_URL": address,
    }
    manage("shell", "-c", "from tests.headless.content import load; load()", **values)
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    with (folder / "web.log").open("w") as log:
        process = subprocess.Popen([*command, "--threads", "2"], cwd=ROOT, env=environment(**values), stderr=log)
        try:
            _wait_until_ready(f"{address}/readyz")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_until_ready(address: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(f"{address} doesn't answer")
