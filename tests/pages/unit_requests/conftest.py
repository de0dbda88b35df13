"""What the tests of requests share."""

import pytest

from institution.models import User
from tests.factories.unit_requests import series, unit_person


@pytest.fixture
def unit(db) -> User:
    """A person of a unit, where requests can be numbered."""
    series()
    return unit_person()
