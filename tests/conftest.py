"""What every test may ask for."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.factories.pages import Tree, site_tree


@pytest.fixture
def tree(db) -> Tree:
    """The portal's home and news index."""
    return site_tree()


@pytest.fixture(scope="session")
def migrated_sqlite(django_db_setup, django_db_blocker, tmp_path_factory) -> Path:
    """A SQLite file with every migration applied, to be copied by tests that run real processes."""
    path = tmp_path_factory.mktemp("migrated") / "db.sqlite3"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    return path


@pytest.fixture(scope="session", autouse=True)
def _leave_no_files():
    """Remove what the tests of this process uploaded."""
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
