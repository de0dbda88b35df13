"""Nothing typed in the search box of any register breaks it, and accents never hide a row."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from institution.actions.seed_roles import seed_roles
from institution.admin.word_search import having_words
from institution.enums import Role
from institution.models import OrganicUnit
from tests.factories.people import user_with
from tests.institution.permission_matrix import REGISTERS
from tests.institution.permission_registers import address_of

TYPED = ['"', "a\x00b", "🙂 \u202eolleh ñ", "NEAR(a b) OR NOT title:a*", "%_\\ '(--", "a " * 3_000 + "x" * 4_000]
LISTED = [address_of(label, "index") for label, row in REGISTERS.items() if "list" in row]


@pytest.fixture(scope="module")
def administrator(django_db_setup, django_db_blocker):
    """Signed in once for the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed_roles()
        client = Client()
        client.force_login(user_with(Role.ADMINISTRATION))
        yield client
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", TYPED)
def test_nothing_typed_breaks_a_register(administrator, typed):
    for register in LISTED:
        assert administrator.get(reverse(register), {"q": typed}).status_code == 200, register


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [("nino", True), ("niños defensoría", True),
     ("NIÑO", True), ("niñez", False), ("defensoria nino", True), ("demuna", True),
     ("defensoria municipal del niño", True), ("defensoria obras", False), ("%", False), ("_", False), (" ", False)],
)  # fmt: skip
def test_a_row_is_found_by_its_words_wherever_they_are_and_however_they_are_typed(typed, found):
    OrganicUnit.objects.create(code="DEMUNA", name="Defensoría Municipal del Niño", level="line")
    assert having_words(OrganicUnit.objects.all(), typed, ["code", "name"]).exists() is found


@pytest.mark.django_db
def test_a_number_typed_as_it_is_written_is_found():
    OrganicUnit.objects.create(code="GI", name="Gerencia", level="line", phone="043 000-111")
    assert having_words(OrganicUnit.objects.all(), "043 000-111", ["name", "phone"]).exists()
