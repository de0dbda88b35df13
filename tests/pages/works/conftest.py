"""Where the works are."""

import pytest

from institution.models import District
from tests.factories.institution import DistrictFactory


@pytest.fixture
def aija(tree) -> District:
    """The district that the spreadsheets name, in a portal that has its home and its lists."""
    return DistrictFactory(ubigeo="020201", name="Aija", slug="aija")
