"""Synonyms: brought in once, kept by editors, in use at once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from institution.enums import Role
from search import synonyms
from search.actions.synonyms import load_synonyms
from search.models import SynonymGroup
from tests.pages.desk import sign_in

ADD = "/admin/sinonimos/add/"

pytestmark = pytest.mark.django_db


def test_the_shipped_groups_are_brought_in_once_and_pass_their_own_rules():
    assert load_synonyms() == len(synonyms.groups()) > 60
    assert ["alcalde", "alcaldesa", "burgomaestre"] in synonyms.groups()
    for group in SynonymGroup.objects.all():
        group.full_clean()
    assert load_synonyms() == 0


def test_what_an_editor_changed_or_deleted_stays_so():
    load_synonyms()
    SynonymGroup.objects.get(terms__startswith="puente\n").delete()
    SynonymGroup.objects.filter(terms__startswith="vereda\n").update(terms="vereda\nandén")
    load_synonyms()
    assert ["vereda", "andén"] in synonyms.groups()
    assert not [group for group in synonyms.groups() if "puente" in group or "acera" in group]


def test_the_groups_in_use_take_one_query(django_assert_num_queries):
    SynonymGroup.objects.create(terms="basura\ndesechos")
    SynonymGroup.objects.create(terms="bus\nómnibus", active=False)
    with django_assert_num_queries(1):
        assert synonyms.groups() == [["basura", "desechos"]]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        ("basura", "dos palabras"),
        ("", "Este campo es necesario"),
        ("basura\nBÁSURA", "dos veces"),
        ("basura\n¿¡…!?", "no sirve"),
        ("basura\n" + "x" * 61, "no sirve"),
        ("\n".join(f"palabra{number}" for number in range(31)), "30"),
    ],
)
def test_a_group_that_makes_no_sense_is_refused_with_what_to_do(tree, terms, told):
    answer = sign_in(Role.WRITING).post(ADD, {"terms": terms, "active": "on"})
    assert told in answer.content.decode()
    assert not SynonymGroup.objects.exists()


def test_an_editor_adds_a_group_that_holds_at_once(tree):
    sign_in(Role.WRITING).post(ADD, {"terms": " pileta \r\n\r\ncaño  de agua", "active": "on"})
    assert synonyms.groups() == [["pileta", "caño de agua"]]


def test_ene_and_n_are_two_letters():
    SynonymGroup(terms="año\nano").full_clean()
    with pytest.raises(ValidationError):
        SynonymGroup(terms="caminó\ncamino").full_clean()


def test_the_database_refuses_a_lonely_word():
    with pytest.raises(IntegrityError), transaction.atomic():
        SynonymGroup.objects.create(terms="basura")
