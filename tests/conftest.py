"""What every test may ask for."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache

from tests.factories.pages import Tree, site_tree
from tests.servers import manage


@pytest.fixture
def tree(db) -> Tree:
    """The portal's home and news index."""
    return site_tree()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory) -> Path:
    """A SQLite file migrated from zero, to be copied by tests that run real processes."""
    path = tmp_path_factory.mktemp("migrated") / "db.sqlite3"
    manage("migrate", "--verbosity", "0", DATABASE_URL=f"sqlite:///{path}")
    return path


@pytest.fixture(autouse=True)
def _forget_what_was_cached():
    """Start every test with an empty cache, as no test should see what another did."""
    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _leave_no_files():
    """Remove what the tests of this process uploaded."""
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
