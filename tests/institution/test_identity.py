"""The institution's identity, units, terms and restriction periods."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from institution.actions.seed_institution import seed_institution
from institution.models import District, OrganicUnit, RestrictionPeriod, TermOfGovernment
from institution.models.files import unguessable_name
from institution.rules.contrast import contrast_ratio
from institution.rules.tree import flattened
from institution.validators import validate_legible_colour, validate_number_pattern
from tests.factories.institution import OrganicUnitFactory, RestrictionPeriodFactory

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_measured_as_the_standard_does():
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_symmetric_and_bounded(one, other):
    ratio = contrast_ratio(one, other)
    assert ratio == contrast_ratio(other, one)
    assert 1 <= ratio <= 21.000001


@pytest.mark.parametrize("colour", ["#ffee00", "red", "#7a1f2", "", "#7a1f2b; x"])
def test_a_colour_that_cannot_be_read_or_is_none_is_refused(colour):
    with pytest.raises(ValidationError):
        validate_legible_colour(colour)


@pytest.mark.parametrize(
    "pattern", ["{numero}", "{anio}", "{numero}-{anio}-{mes}", "{numero", "{numero}-{anio}-{0}", "{}"]
)
def test_a_number_pattern_that_would_repeat_or_break_is_refused(pattern):
    with pytest.raises(ValidationError):
        validate_number_pattern(pattern)


@given(st.text(max_size=40))
def test_any_number_pattern_is_accepted_or_refused_but_never_breaks(pattern):
    try:
        validate_number_pattern(pattern)
    except ValidationError:
        return
    assert "{numero}" in pattern


def test_a_unit_cannot_hang_from_itself_at_any_distance(db):
    top = OrganicUnitFactory(code="A")
    middle = OrganicUnitFactory(code="B", parent=top)
    bottom = OrganicUnitFactory(code="C", parent=middle)
    top.parent = bottom
    with pytest.raises(ValidationError, match="círculo"):
        top.full_clean()
    top.parent = top
    with pytest.raises(IntegrityError), transaction.atomic():
        top.save()


def test_the_organisation_chart_is_drawn_in_one_query(db, django_assert_num_queries):
    seed_institution()
    with django_assert_num_queries(1):
        nodes = flattened(OrganicUnit.objects.tree())
    depths = {node.row.code: node.depth for node in nodes}
    assert len(nodes) == OrganicUnit.objects.count()
    assert (depths["ALC"], depths["GM"], depths["OGACGD"], depths["OII"]) == (0, 1, 2, 3)


def test_seeding_twice_changes_nothing_and_keeps_what_editors_wrote(db):
    seed_institution()
    OrganicUnit.objects.filter(code="OII").update(name="Oficina de Comunicaciones")
    counts = [model.objects.count() for model in (OrganicUnit, District, TermOfGovernment, RestrictionPeriod)]
    seed_institution()
    assert counts == [model.objects.count() for model in (OrganicUnit, District, TermOfGovernment, RestrictionPeriod)]
    assert OrganicUnit.objects.get(code="OII").name == "Oficina de Comunicaciones"
    assert District.objects.count() == 5


def test_two_terms_of_government_share_no_day(db):
    TermOfGovernment.objects.create(name="Una", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31))
    with pytest.raises(ValidationError, match="Se cruza"):
        TermOfGovernment(name="Otra", starts_on=date(2026, 12, 31), ends_on=date(2030, 1, 1)).full_clean()
    assert TermOfGovernment.objects.at(date(2026, 12, 31)).get().name == "Una"


def test_a_restriction_is_in_force_from_its_first_to_its_last_day(db):
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8), ends_on=date(2026, 10, 4))
    days = {date(2026, 1, 7): False, date(2026, 1, 8): True, date(2026, 10, 4): True, date(2026, 10, 5): False}
    assert {day: RestrictionPeriod.objects.active(on=day).exists() for day in days} == days


def test_a_restriction_without_end_is_still_in_force(db):
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8), ends_on=None)
    assert RestrictionPeriod.objects.active(on=date(2029, 1, 1)).exists()


@pytest.mark.parametrize(
    "filename", ["Foto de María.JPG", "../../etc/passwd", "a" * 400 + ".png", "C:\\x\\ñandú.webp", "."]
)
def test_an_uploaded_files_name_cannot_be_guessed_nor_leave_its_folder(filename):
    one, other = unguessable_name("originales", filename), unguessable_name("originales", filename)
    assert one != other
    assert one.startswith("originales/")
    assert ".." not in one
    assert len(one.split("/")) == 3
    assert len(one.split("/")[1]) == 32
    assert len(one) <= 100
    assert one.isascii()
