"""The corridor: a room looks only to its left, in imports and in foreign keys."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

ORDER = ["institution", "headless", "search", "pages", "protocol", "directory", "planning"]
ROOT = Path(settings.BASE_DIR)


def test_the_rooms_are_installed_in_the_order_of_the_corridor():
    assert settings.ROOMS == ORDER
    assert [app.name for app in apps.get_app_configs()][: len(ORDER)] == ORDER


def test_no_import_goes_against_the_corridor():
    linter = Path(sys.executable).parent / "lint-imports"
    environment = {"PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "PATH": "/usr/bin:/bin"}
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_no_foreign_key_goes_against_the_corridor():
    rooms = {app.label: ORDER.index(app.name) for app in apps.get_app_configs() if app.name in ORDER}
    against = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in rooms
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is not None
        and rooms.get(field.related_model._meta.app_label, -1) > rooms[model._meta.app_label]
    ]  # fmt: skip
    assert against == []


def test_no_file_is_longer_than_three_hundred_lines():
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for room in ["site", *ORDER[2:]]
        for path in (ROOT / room).rglob("*.py")
        if "migrations" not in path.parts and (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing():
    names = {"utils.py", "helpers.py", "common.py", "misc.py"}
    found = [
        path for room in ["site", "tests", *ORDER[2:]] for path in (ROOT / room).rglob("*.py") if path.name in names
    ]
    assert found == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_site_is_a_folder_and_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
