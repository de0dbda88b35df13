"""The matrix, tried against the real views: for each register and verb, exactly the roles of the table get through."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_modeladmin.options import ModelAdmin

from institution.enums import Role
from tests.factories.people import user_with
from tests.institution.permission_house import House, allowed, build
from tests.institution.permission_matrix import PAGES, REGISTERS, SCREENS
from tests.institution.permission_pages import page_acts
from tests.institution.permission_registers import address_of, register_acts
from tests.institution.permission_screens import screen_acts

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("permission_matrix")]


def cells(table: dict) -> list[tuple[str, str]]:
    return [(label, verb) for label, row in table.items() for verb in row]


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker) -> Iterator[House]:
    """Built once for the module, and undone with its transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.mark.parametrize(("label", "verb"), cells(PAGES))
def test_pages(house, label, verb):
    assert allowed(house, page_acts(label, house.tree)[verb]) == PAGES[label][verb]


@pytest.mark.parametrize(("label", "verb"), cells(REGISTERS))
def test_registers(house, label, verb):
    assert allowed(house, register_acts(label, house)[verb]) == REGISTERS[label][verb]


@pytest.mark.parametrize(("screen", "verb"), cells(SCREENS))
def test_wagtails_own_screens(house, screen, verb):
    assert allowed(house, screen_acts(screen)[verb]) == SCREENS[screen][verb]


@pytest.mark.parametrize(
    "label",
    [
        "institution.IssuedNumber",
        "institution.LongTask",
        "institution.OutgoingMail",
        "pages.ContactMessage",
        "pages.ImportRun",
        "pages.WorkAdvance",
        "pages.WorkReport",
    ],
)
@pytest.mark.parametrize("action", ["add", "create", "edit"])
def test_what_only_the_program_writes_has_no_form_for_anybody(house, label, action):
    with pytest.raises(NoReverseMatch):
        reverse(address_of(label, action), args=[house.rows[label].pk] if action == "edit" else [])


def test_the_history_shows_nobody_what_is_not_theirs(house):
    history = house.clients[Role.UNIT].get(reverse("wagtailadmin_reports:site_history"))
    assert len(history.context["object_list"]) == 0
    assert len(house.clients[Role.HEAD].get(reverse("wagtailadmin_reports:site_history")).context["object_list"]) > 0


def test_somebody_without_a_role_stays_outside(house):
    stranger = Client()
    stranger.force_login(user_with(None))
    assert stranger.get(reverse("wagtailadmin_home")).status_code == 302
    assert Client().get(reverse("wagtailadmin_home")).status_code == 302


# A new register without a row fails here


def labels(models) -> set[str]:
    return {model._meta.label for model in models}


def test_every_page_type_has_its_row():
    assert labels(model for model in get_page_models() if model is not Page) == set(PAGES)


def test_every_register_has_its_row():
    viewsets.populate()
    kept = [each.model for each in viewsets.viewsets if isinstance(each, ModelViewSet)]
    listed = [each.model for each in viewsets.viewsets if isinstance(each, PageListingViewSet)]
    administered = [each.model for each in ModelAdmin.__subclasses__()]
    found = labels([*kept, *listed, *administered, *get_snippet_models(), *settings_registry])
    assert found - {"wagtailcore.Page"} == set(REGISTERS)
