"""A period of an election, and somebody who governs meanwhile."""

from datetime import date

import pytest

from pages.models import AuthoritiesPage, Authority
from tests.factories.institution import ImageFactory, RestrictionPeriodFactory
from tests.factories.publicity import MAYOR


@pytest.fixture
def period(tree):
    return RestrictionPeriodFactory(name="Elecciones de prueba", starts_on=date(2026, 1, 8))


@pytest.fixture
def mayor(tree):
    """Somebody who governs, in the page of authorities."""
    page = AuthoritiesPage(title="Autoridades", slug="autoridades")
    page.authorities.set([Authority(name=MAYOR.name, position=MAYOR.position, photo=ImageFactory())])
    tree.home.add_child(instance=page)
    return Authority.objects.get()
