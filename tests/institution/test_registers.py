"""The institution's registers in the backend: the tree of units, periods, voided numbers, searches, exports."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from institution.actions.numbers import issue_number, void_number
from institution.actions.seed_roles import seed_roles
from institution.actions.unit_order import renumber_units
from institution.admin.spreadsheets import harmless
from institution.enums import Role
from institution.models import IssuedNumber, OrganicUnit, RestrictionPeriod, User
from institution.rules.periods import PeriodState, period_state
from institution.rules.tree import flattened
from pages.models import PublicityDecision
from tests.factories.institution import DocumentSeriesFactory, OrganicUnitFactory, RestrictionPeriodFactory
from tests.factories.people import user_with

DAY = date(2026, 11, 24)
UNITS = "wagtailsnippets_institution_organicunit"
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.fixture
def admin(db) -> Client:
    return signed_in(Role.ADMINISTRATION)


def signed_in(role: Role) -> Client:
    seed_roles()
    client = Client()
    client.force_login(user_with(role))
    return client


@pytest.fixture
def chart(db) -> None:
    """Alcaldía, under it Gerencia with two offices, and beside it Concejo; their numbers say nothing yet."""
    mayor = OrganicUnitFactory(code="ALC", name="Alcaldía")
    OrganicUnitFactory(code="CM", name="Concejo")
    manager = OrganicUnitFactory(code="GM", name="Gerencia", parent=mayor)
    OrganicUnitFactory(code="OII", name="Oficina de Imagen", parent=manager)
    OrganicUnitFactory(code="OTI", name="Oficina de Informática", parent=manager)


def order() -> list[str]:
    return [node.row.code for node in flattened(OrganicUnit.objects.tree())]


def numbers() -> list[int]:
    return list(OrganicUnit.objects.order_by("position").values_list("position", flat=True))


# Periods


@given(DAYS, DAYS | st.none(), DAYS)
def test_a_day_is_before_within_or_after_a_period_and_never_two_of_them(starts_on, ends_on, on):
    state = period_state(starts_on=starts_on, ends_on=ends_on, on=on)
    assert (state == PeriodState.COMING) == (on < starts_on)
    assert (state == PeriodState.IN_FORCE) == (starts_on <= on and (ends_on is None or on <= ends_on))


@pytest.mark.parametrize(("days", "word"), [((-1, 1), "Vigente"), ((1, 2), "Prevista"), ((-2, -1), "Terminada")])
def test_a_restriction_shows_its_state_with_the_word(admin, days, word):
    starts_on, ends_on = (timezone.localdate() + timedelta(days=n) for n in days)
    RestrictionPeriodFactory(starts_on=starts_on, ends_on=ends_on)
    listing = admin.get(reverse("wagtailsnippets_institution_restrictionperiod:list_results")).content.decode()
    assert [state for state in ("Vigente", "Prevista", "Terminada") if f">{state}</span>" in listing] == [word]


# The tree of units


def test_units_are_listed_as_the_chart_reads_and_indented(admin, chart):
    listing = admin.get(reverse(f"{UNITS}:list_results")).content.decode()
    shown = sorted(OrganicUnit.objects.all(), key=lambda unit: listing.index(f">{unit.name}</span>"))
    assert [unit.code for unit in shown] == order() == ["ALC", "GM", "OII", "OTI", "CM"]
    assert 'class="tree-2">Oficina de Imagen<' in listing


def test_dragging_a_unit_moves_it_among_its_equals_and_leaves_distinct_numbers(admin, chart):
    office = OrganicUnit.objects.get(code="OTI")
    admin.post(reverse(f"{UNITS}:reorder", args=[office.pk]) + "?position=2")
    assert order() == ["ALC", "GM", "OTI", "OII", "CM"]
    assert numbers() == [0, 1, 2, 3, 4]


def test_dragging_a_unit_away_from_its_parent_does_not_take_it_out_of_the_tree(admin, chart):
    office = OrganicUnit.objects.get(code="OTI")
    admin.post(reverse(f"{UNITS}:reorder", args=[office.pk]) + "?position=0")
    assert order() == ["ALC", "GM", "OTI", "OII", "CM"]
    assert numbers() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("position", ["", "abc", "-1", "9999"])
def test_dragging_to_nowhere_breaks_nothing(admin, chart, position):
    office = OrganicUnit.objects.get(code="OII")
    address = reverse(f"{UNITS}:reorder", args=[office.pk]) + f"?position={position}"
    assert admin.post(address).status_code == 200
    assert numbers() == [0, 1, 2, 3, 4]


def test_renumbering_twice_changes_nothing(chart):
    renumber_units()
    first = order()
    renumber_units()
    assert (order(), numbers()) == (first, [0, 1, 2, 3, 4])


# Searches and exports


def test_a_register_is_searched_without_regard_to_accents_and_together_with_its_filters(admin, chart):
    address = reverse(f"{UNITS}:list_results")
    found = admin.get(address, {"q": "INFORMATICA", "active": "true", "level": "line"}).content.decode()
    assert ">Oficina de Informática</span>" in found
    assert ">Gerencia</span>" not in found


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_register_is_exported_with_the_rows_that_lead_nowhere(admin, chart, kind):
    RestrictionPeriodFactory(starts_on=DAY)
    for model in ("organicunit", "district", "documentseries", "termofgovernment", "restrictionperiod", "yearname"):
        response = admin.get(reverse(f"wagtailsnippets_institution_{model}:list"), {"export": kind})
        assert response.status_code == 200
        assert b"".join(response.streaming_content)


@given(st.text())
def test_what_is_exported_never_starts_a_formula_and_loses_nothing(text):
    written = harmless(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert written.removeprefix("'") == text.removeprefix("'")


# Issued numbers


@pytest.fixture
def number(db) -> IssuedNumber:
    DocumentSeriesFactory()
    return issue_number(series_code="nota-prensa", subject="Asunto", by=None, at=timezone.now())


def test_a_number_is_voided_with_its_reason_and_who_did_it(admin, number):
    address = reverse("numeros_modeladmin_void", args=[number.pk])
    assert "para siempre" in admin.get(address).content.decode()
    admin.post(address, {"reason": "Se duplicó el oficio"})
    number.refresh_from_db()
    assert (number.void_reason, number.voided_by) == ("Se duplicó el oficio", User.objects.get())


@pytest.mark.parametrize("reason", ["", "   ", "x" * 256])
def test_a_number_is_not_voided_without_a_reason_that_fits(admin, number, reason):
    assert admin.post(reverse("numeros_modeladmin_void", args=[number.pk]), {"reason": reason}).status_code == 200
    number.refresh_from_db()
    assert number.voided_at is None


def test_voiding_twice_is_told_kindly_and_the_first_reason_stands(admin, number):
    void_number(number=number, reason="Primera", by=None, at=timezone.now())
    response = admin.post(reverse("numeros_modeladmin_void", args=[number.pk]), {"reason": "Otra"}, follow=True)
    assert "ya estaba anulado" in response.content.decode()
    number.refresh_from_db()
    assert number.void_reason == "Primera"


def test_a_voided_number_offers_no_voiding_and_says_its_state(admin, number):
    address = reverse("numeros_modeladmin_void", args=[number.pk])
    assert address in admin.get(reverse("numeros_modeladmin_index")).content.decode()
    void_number(number=number, reason="Error", by=None, at=timezone.now())
    listing = admin.get(reverse("numeros_modeladmin_index"), {"estado": "anulado"}).content.decode()
    assert ">Anulado</span>" in listing
    assert address not in listing


def test_not_even_a_superuser_adds_changes_or_deletes_a_number(number, db):
    boss = User.objects.create_superuser("jefe", password="una-clave-larga")
    client = Client()
    client.force_login(boss)
    for action in ("create", f"edit/{number.pk}", f"delete/{number.pk}"):
        assert client.post(f"/admin/numeros/{action}/").status_code == 404
    assert IssuedNumber.objects.get().subject == "Asunto"


def test_a_register_that_others_need_is_not_deleted_and_says_why(db, client):
    seed_roles()
    client.force_login(user_with(Role.HEAD))
    period = RestrictionPeriod.objects.create(name="Elecciones", starts_on=date(2026, 1, 8), legal_source="Norma")
    founded = {"ground": "necessity", "medium": "other", "justification": "Urge.", "report_due_on": date(2026, 2, 1)}
    PublicityDecision.objects.create(
        attempt=uuid4(), period=period, title="Campaña", decided_at=timezone.now(), outcome="allowed", **founded
    )
    address = reverse("wagtailsnippets_institution_restrictionperiod:delete", args=[period.pk])
    page = client.post(address, follow=True).content.decode()
    assert "No se eliminó, porque otros registros (1)" in page
    assert RestrictionPeriod.objects.filter(pk=period.pk).exists()
