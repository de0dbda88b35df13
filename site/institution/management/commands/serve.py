import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Site

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Prepara la base, los archivos y la demostración, y sirve portal, administración y API con su trabajador."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args, port: int, **options) -> None:
        call_command("migrate", verbosity=0)
        self._collect_static()
        call_command("load_demo")
        self._serve_at(port)
        self.stdout.write(_addresses(port))
        self.stdout.flush()
        sys.exit(run_together(_web(port), _worker(), environment=_environment(port)))

    def _serve_at(self, port: int) -> None:
        """Tell Wagtail where the site is; saved one by one, so that it forgets the addresses that it remembered."""
        for site in Site.objects.filter(is_default_site=True).exclude(hostname=HOST, port=port):
            site.hostname, site.port = HOST, port
            site.save()

    def _collect_static(self) -> None:
        stamp = settings.VAR_DIR / "static-collected"
        if settings.DEBUG or (stamp.exists() and stamp.stat().st_mtime >= newest_source()):
            return
        self.stdout.write("Preparando estilos y scripts (solo cuando cambian)…")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.touch()


def newest_source() -> float:
    """When the last static file or requirement changed."""
    # A folder of ours, or a library's with the prefix that it is served under.
    folders = [Path(each[-1] if isinstance(each, tuple) else each) for each in settings.STATICFILES_DIRS]
    ours = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return max(path.stat().st_mtime for path in (*ours, settings.BASE_DIR / "requirements.txt"))


def _addresses(port: int) -> str:
    base = f"http://{HOST}:{port}"
    return f"\n  Portal          {base}/\n  Administración  {base}/admin/\n  API             {base}/api/v1/\n"


def _environment(port: int) -> dict[str, str]:
    path = os.pathsep.join([str(settings.SITE_DIR), str(settings.BASE_DIR)])
    return os.environ | {"PUBLIC_URL": f"http://{HOST}:{port}", "PYTHONPATH": path}


def _web(port: int) -> list[str]:
    server = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"{HOST}:{port}", "--no-control-socket"]
    return [*server, "--workers", "2", "--threads", "4", "--log-level", "warning"]


def _worker() -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]


def run_together(*commands: Sequence[str], environment: dict[str, str]) -> int:
    """Run the commands until one ends or a signal comes, then end them all; the first one's exit code."""
    running = [subprocess.Popen(command, env=environment) for command in commands]  # noqa: S603 - our own commands
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: _end(running))
    try:
        _wait_for_any(running)
    finally:
        _end(running)
    return running[0].wait()


def _wait_for_any(running: list[subprocess.Popen]) -> None:
    while all(process.poll() is None for process in running):
        try:
            running[0].wait(timeout=1)
        except subprocess.TimeoutExpired:
            continue


def _end(running: list[subprocess.Popen]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
