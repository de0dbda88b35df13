"""What every test may ask for."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection

from headless.limits import LEASES
from headless.models import Change
from tests.factories.pages import Tree, plant_site, site_tree
from tests.migrated import migrated_file
from tests.servers import manage, postgresql, postgresql_programs


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long contents by their length: a ZIP tells when it was made, and every worker must name it alike."""
    long = isinstance(val, str | bytes) and len(val) > 100
    return f"{argname} of {len(val)}" if long else None


@pytest.fixture
def tree(db) -> Tree:
    """The portal's home and news index."""
    return site_tree()


@pytest.fixture(scope="session")
def migrated_sqlite() -> Path:
    """A SQLite file migrated from zero, to be copied by tests that run real processes."""
    return migrated_file()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, migrated_sqlite, tmp_path_factory) -> Iterator[None]:
    """The database of this process's tests: a copy of the migrated one, with the portal's tree and no change told."""
    own = shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("database") / "test.sqlite3")
    with django_db_blocker.unblock():
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = str(own)
        plant_site()
        Change.objects.all().delete()
    yield
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture(scope="session")
def fresh_postgresql(tmp_path_factory) -> Iterator[Callable[[], str]]:
    """Makes migrated PostgreSQL databases, each from one that was migrated once; gives the DATABASE_URL of each."""
    programs = postgresql_programs()
    if programs is None:
        pytest.skip("PostgreSQL isn't installed on this machine")
    with postgresql(programs) as url:
        folder = str(tmp_path_factory.mktemp("postgresql"))
        manage("migrate", "--verbosity", "0", DATABASE_URL=url, VAR_DIR=folder)
        server, serial = url.rpartition("/")[0], count(1)

        def fresh() -> str:
            name = f"fresh_{next(serial)}"
            with psycopg.connect(f"{server}/template1", autocommit=True) as administration:
                administration.execute(f"CREATE DATABASE {name} TEMPLATE postgres")
            return f"{server}/{name}"

        yield fresh


@pytest.fixture(autouse=True)
def _forget_what_was_cached():
    """Start every test with an empty cache and no request counted, as no test should see what another did."""
    cache.clear()
    LEASES.clear()


@pytest.fixture(scope="session", autouse=True)
def _leave_no_files():
    """Remove what the tests of this process uploaded."""
    yield
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
