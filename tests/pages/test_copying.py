"""Copies made in the backend."""

import pytest
from django.test import Client
from django.urls import reverse

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import IssuedNumber
from pages.models import NewsPage
from tests.factories.pages import published_note
from tests.factories.people import user_with


@pytest.fixture
def head(tree) -> Client:
    seed_roles()
    client = Client()
    client.force_login(user_with(Role.HEAD))
    return client


@pytest.mark.parametrize("wish", ["publish_copies", "alias"])
def test_a_copy_of_a_published_note_is_a_draft_without_number_whatever_is_asked(head, tree, wish):
    note = published_note()
    filled = {"new_title": "Copia", "new_slug": "copia", "new_parent_page": tree.index.pk, wish: "on"}
    head.post(reverse("wagtailadmin_pages:copy", args=[note.pk]), filled)
    copy = NewsPage.objects.get(slug="copia")
    assert (copy.live, copy.number, copy.published_at, copy.alias_of) == (False, None, None, None)
    assert IssuedNumber.objects.count() == 1


@pytest.mark.parametrize("parent", [{}, {"new_parent_page": "999999"}])
def test_copying_to_nowhere_is_asked_again(head, parent):
    note = published_note()
    filled = {"new_title": "Copia", "new_slug": "copia"} | parent
    assert head.post(reverse("wagtailadmin_pages:copy", args=[note.pk]), filled).status_code == 200
    assert not NewsPage.objects.filter(slug="copia").exists()
