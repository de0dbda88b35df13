"""A portal with its institution, and who sits before it."""

import pytest

from institution.actions.seed_institution import seed_institution
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from tests.factories.pages import site_tree
from tests.factories.people import user_with


@pytest.fixture
def tree(db):
    seed_institution()
    seed_roles()
    return site_tree()


@pytest.fixture
def head(tree, client):
    person = user_with(Role.HEAD)
    client.force_login(person)
    return person


@pytest.fixture
def administrator(tree, client):
    person = user_with(Role.ADMINISTRATION)
    client.force_login(person)
    return person
