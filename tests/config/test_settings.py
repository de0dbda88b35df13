"""The settings: production refuses to start unsafe and says why; what comes in is cleaned."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.utils import formats, timezone, translation

from config.middleware import without_nul
from config.settings.safety import unsafe_settings
from institution.management.commands.serve import newest_source
from institution.secret import kept_secret
from tests.servers import ROOT, environment

SAFE = {"secret_key": "aB3$" * 16 + "xyz789qwerty", "debug": False, "allowed_hosts": ["portal.example.test"]}
START = "import django; django.setup(); print('started')"


def test_safe_settings_pass():
    assert unsafe_settings(**SAFE) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"secret_key": ""}, "SECRET_KEY"),
        ({"secret_key": "a" * 80}, "SECRET_KEY"),
        ({"secret_key": "django-insecure-" + "aB3$xyz789" * 6}, "SECRET_KEY"),
        ({"debug": True}, "DEBUG"),
        ({"allowed_hosts": []}, "ALLOWED_HOSTS"),
        ({"allowed_hosts": ["*"]}, "ALLOWED_HOSTS"),
    ],
)
def test_each_unsafe_setting_is_named(change, named):
    problems = unsafe_settings(**SAFE | change)
    assert len(problems) == 1
    assert problems[0].startswith(named)


def start_production(tmp_path, **values: str) -> subprocess.CompletedProcess:
    env = environment(DJANGO_SETTINGS_MODULE="config.settings.production", VAR_DIR=str(tmp_path), **values)
    return subprocess.run([sys.executable, "-c", START], cwd=ROOT, env=env, capture_output=True, text=True)


def test_production_does_not_start_unsafe_and_says_everything_that_is_wrong(tmp_path):
    refused = start_production(tmp_path, DEBUG="1", SECRET_KEY="corta", ALLOWED_HOSTS="")
    assert refused.returncode != 0
    assert all(name in refused.stderr for name in ("SECRET_KEY", "DEBUG", "ALLOWED_HOSTS"))


def test_production_starts_when_it_is_safe(tmp_path):
    started = start_production(tmp_path, SECRET_KEY=SAFE["secret_key"], ALLOWED_HOSTS="portal.example.test")
    assert started.stdout.strip() == "started", started.stderr


def test_sqlite_queues_writers_and_survives_readers(tmp_path):
    show = (
        "from django.db import connection as c; k = c.cursor();"
        "print([k.execute('PRAGMA ' + p).fetchone()[0] for p in ('journal_mode', 'busy_timeout')], c.transaction_mode)"
    )
    env = environment(DATABASE_URL=f"sqlite:///{tmp_path / 'x.sqlite3'}", VAR_DIR=str(tmp_path))
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", show]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.stdout.strip() == "['wal', 20000] IMMEDIATE", done.stderr


def test_a_secret_is_drawn_once_and_kept_for_its_owner(tmp_path):
    path = tmp_path / "secret"
    assert kept_secret(path) == kept_secret(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_nul_is_dropped_from_a_query_string():
    query = without_nul(QueryDict("q=a%00b&q=c&%00x=1"))
    assert (query.getlist("q"), query["x"]) == (["ab", "c"], "1")


def test_dates_and_figures_are_written_as_in_peru():
    with translation.override("es"):
        assert formats.number_format("1250000.5", 2, use_l10n=True, force_grouping=True) == "1,250,000.50"
        assert formats.date_format(timezone.datetime(2026, 11, 24), "SHORT_DATE_FORMAT") == "24/11/2026"
    assert settings.TIME_ZONE == "America/Lima"
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE" or connection.vendor != "sqlite"


def test_serving_again_notices_what_changed_in_every_folder_of_static_files():
    assert newest_source() > 0
