"""The matrix, tried against the real views: for each register and verb, exactly the roles of the table get through."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page, Site, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_modeladmin.options import ModelAdmin

from institution.actions.numbers import issue_number
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import RestrictionPeriod, TermOfGovernment, User, YearName
from pages.actions.preview_links import create_link
from pages.models import ContactMessage, ImportRun, NewsPage, Topic
from tests.factories.institution import (
    DistrictFactory,
    DocumentFactory,
    DocumentSeriesFactory,
    ImageFactory,
    OrganicUnitFactory,
)
from tests.factories.pages import Tree, published_note, site_tree
from tests.factories.people import user_with
from tests.institution.permission_matrix import PAGES, REGISTERS, SCREENS

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
TESTS_OWN = "tests."

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("permission_matrix")]


@dataclass
class House:
    """A seeded municipality with a signed-in person of each role, and one row of each register."""

    tree: Tree
    people: dict[Role, User] = field(default_factory=dict)
    clients: dict[Role, Client] = field(default_factory=dict)
    rows: dict[str, Model] = field(default_factory=dict)


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker) -> Iterator[House]:
    """Made once for the module, and undone with its transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed_roles()
        made = House(site_tree())
        for role in Role:
            made.people[role] = user_with(role)
            made.clients[role] = Client()
            made.clients[role].force_login(made.people[role])
        made.rows = _rows(user_with(None))
        yield made
        transaction.set_rollback(True)


def _rows(other: User) -> dict[str, Model]:
    message = {"name": "Vecina de ejemplo", "email": "vecina@example.test", "subject": "Consulta", "message": "Hola"}
    note = published_note(embargo_until=NOW + timedelta(days=400))
    rows = [
        OrganicUnitFactory(),
        DistrictFactory(),
        DocumentSeriesFactory(code="oficio"),
        TermOfGovernment.objects.create(name="Gestión", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31)),
        RestrictionPeriod.objects.create(name="Elecciones", starts_on=date(2030, 1, 1), legal_source="Norma"),
        YearName.objects.create(year=2026, name="Año de ejemplo", legal_source="Norma"),
        issue_number(series_code="nota-prensa", subject="Asunto", by=None, at=NOW),
        other,
        Group.objects.create(name="Otro grupo"),
        Site.objects.create(hostname="otro.example.test", root_page=note),
        Topic.objects.create(name="Obras", slug="obras"),
        note,
        ContactMessage.objects.create(**message, received_at=NOW, erase_on=date(2027, 11, 24)),
        ImportRun.objects.create(folder="notas", started_at=NOW),
        create_link(page=note, recipient="Radio de ejemplo", hours=1, by=other, at=NOW)[0],
    ]
    return {row._meta.label: row for row in rows}


def attempt(house: House, role: Role, act: Callable[[Client, User], bool]) -> bool:
    """Whether the role's act got through; whatever it did is undone."""
    point = transaction.savepoint()
    try:
        return act(house.clients[role], User.objects.get(pk=house.people[role].pk))
    finally:
        transaction.savepoint_rollback(point)


def allowed(house: House, act: Callable[[Client, User], bool]) -> set[Role]:
    return {role for role in Role if attempt(house, role, act)}


def opens(client: Client, name: str, *args, **query) -> bool:
    """Whether the address answers with its page rather than sending the person away."""
    response = client.get(reverse(name, args=args), query, follow=False)
    assert response.status_code in (200, 302, 403), (name, response.status_code)
    return response.status_code == 200


def gone_after(client: Client, row: Model, name: str, *args) -> bool:
    client.post(reverse(name, args=args))
    return not type(row)._base_manager.filter(pk=row.pk).exists()


# Pages


def page_of(label: str, tree: Tree, owner: User | None) -> Page:
    """A draft of the type where it may stand; the ones of which there is only one are taken as they are."""
    model = apps.get_model(label)
    existing = model.objects.first() if label in ("pages.HomePage", "pages.NewsIndexPage") else None
    if existing:
        model.objects.update(owner=owner, live=False)
        return model.objects.get()
    parent = tree.index if model is NewsPage else tree.home
    fields = {"summary": "Bajada"} if model is NewsPage else {}
    page = model(title="Prueba", slug=f"prueba-{model.__name__.lower()}", owner=owner, live=False, **fields)
    return Page.objects.get(pk=parent.pk).specific.add_child(instance=page)


def page_acts(label: str, house: House) -> dict[str, Callable[[Client, User], bool]]:
    app, model = label.split(".")
    tree = house.tree

    def add(client: Client, user: User) -> bool:
        if label == "pages.ContactPage":
            page_of(label, tree, None)
        parent = {"pages.NewsPage": tree.index.pk, "pages.HomePage": tree.home.get_parent().pk}.get(label, tree.home.pk)
        return opens(client, "wagtailadmin_pages:add", app, model.lower(), parent)

    def edit(owner: bool) -> Callable[[Client, User], bool]:
        return lambda client, user: opens(
            client, "wagtailadmin_pages:edit", page_of(label, tree, user if owner else None).pk
        )

    def publish(client: Client, user: User) -> bool:
        page = page_of(label, tree, user)
        client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}")
        return type(page).objects.get(pk=page.pk).live

    def discard(client: Client, user: User) -> bool:
        page = page_of(label, tree, user)
        return gone_after(client, page, "wagtailadmin_pages:delete", page.pk)

    def delete(client: Client, user: User) -> bool:
        page = page_of(label, tree, None)
        page.save_revision().publish()
        return gone_after(client, page, "wagtailadmin_pages:delete", page.pk)

    return {
        "add": add,
        "edit own": edit(True),
        "edit other": edit(False),
        "publish": publish,
        "discard": discard,
        "delete": delete,
    }


@pytest.mark.parametrize(("label", "verb"), [(label, verb) for label, row in PAGES.items() for verb in row])
def test_pages(house, label, verb):
    assert allowed(house, page_acts(label, house)[verb]) == PAGES[label][verb]


# Registers

ADDRESSES = {
    "institution.User": "wagtailusers_users:{}",
    "auth.Group": "wagtailusers_groups:{}",
    "wagtailcore.Site": "wagtailsites:{}",
    "institution.IssuedNumber": "numeros_modeladmin_{}",
    "pages.NewsPage": "noticias:{}",
    "pages.ContactMessage": "mensajes:{}",
    "pages.ImportRun": "importaciones:{}",
    "pages.PreviewLink": "enlaces:{}",
}


def address_of(label: str, action: str) -> str:
    app, model = label.lower().split(".")
    if label in ADDRESSES:
        return ADDRESSES[label].format(action)
    return f"wagtailsnippets_{app}_{model}:{'list' if action == 'index' else action}"


def register_acts(label: str, house: House) -> dict[str, Callable[[Client, User], bool]]:
    row = house.rows.get(label)
    at = [row.pk] if row else []

    def changes(field_name: str, name: str, **data) -> Callable[[Client, User], bool]:
        def act(client: Client, user: User) -> bool:
            client.post(reverse(name, args=at), data)
            return getattr(type(row).objects.get(pk=row.pk), field_name) is not None

        return act

    def edit_setting(client: Client, user: User) -> bool:
        address = reverse("wagtailsettings:edit", args=label.lower().split("."))
        return client.get(address, follow=True).redirect_chain[-1][0] != "/admin/"

    def reorder(client: Client, user: User) -> bool:
        return client.post(reverse(address_of(label, "reorder"), args=at) + "?position=0").status_code == 200

    def lend(client: Client, user: User) -> bool:
        lent = row.page.preview_links.count()
        client.post(reverse("lend_note", args=[row.page_id]), {"recipient": "Diario de ejemplo", "hours": 2})
        return row.page.preview_links.count() > lent

    is_setting = label in ("institution.InstitutionSettings", "pages.PortalMenus")
    return {
        "list": lambda client, user: opens(client, address_of(label, "index")),
        "add": lambda client, user: opens(client, address_of(label, "add")),
        "edit": edit_setting if is_setting else lambda client, user: opens(client, address_of(label, "edit"), *at),
        "read": lambda client, user: opens(client, address_of(label, "inspect"), *at),
        "delete": lambda client, user: gone_after(client, row, address_of(label, "delete"), *at),
        "reorder": reorder,
        "void": changes("voided_at", "numeros_modeladmin_void", reason="Prueba"),
        "answer": changes("answered_at", "mensajes:answered"),
        "revoke": changes("revoked_at", "enlaces:revoke"),
        "lend": lend,
    }


@pytest.mark.parametrize(("label", "verb"), [(label, verb) for label, row in REGISTERS.items() for verb in row])
def test_registers(house, label, verb):
    assert allowed(house, register_acts(label, house)[verb]) == REGISTERS[label][verb]


@pytest.mark.parametrize("label", ["institution.IssuedNumber", "pages.ContactMessage", "pages.ImportRun"])
@pytest.mark.parametrize("action", ["add", "create", "edit"])
def test_what_only_the_program_writes_has_no_form_not_even_for_a_superuser(house, label, action):
    with pytest.raises(NoReverseMatch):
        reverse(address_of(label, action), args=[house.rows[label].pk] if action == "edit" else [])


# Wagtail's own screens

SCREEN_ADDRESSES = {
    "redirect": ("wagtailredirects:index", "wagtailredirects:add"),
    "workflow": ("wagtailadmin_workflows:index", "wagtailadmin_workflows:add"),
    "task": ("wagtailadmin_workflows:task_index", "wagtailadmin_workflows:add_task"),
    "collection": ("wagtailadmin_collections:index", "wagtailadmin_collections:add"),
    "home": ("wagtailadmin_home",),
    "explorer": ("wagtailadmin_explore_root",),
    "report: locked pages": ("wagtailadmin_reports:locked_pages",),
    "report: workflows": ("wagtailadmin_reports:workflow",),
    "report: workflow tasks": ("wagtailadmin_reports:workflow_tasks",),
    "report: site history": ("wagtailadmin_reports:site_history",),
    "report: aging pages": ("wagtailadmin_reports:aging_pages",),
    "report: page types": ("wagtailadmin_reports:page_types_usage",),
}
ADD_ARGUMENTS = {"task": ["wagtailcore", "groupapprovaltask"]}
FILES = {"image": (ImageFactory, "wagtailimages"), "document": (DocumentFactory, "wagtaildocs")}


def file_acts(kind: str) -> dict[str, Callable[[Client, User], bool]]:
    factory, app = FILES[kind]

    def edit(own: bool) -> Callable[[Client, User], bool]:
        return lambda client, user: opens(client, f"{app}:edit", factory(uploaded_by_user=user if own else None).pk)

    def delete(client: Client, user: User) -> bool:
        row = factory()
        return gone_after(client, row, f"{app}:delete", row.pk)

    return {
        "list": lambda client, user: opens(client, f"{app}:index"),
        "add": lambda client, user: opens(client, f"{app}:add_multiple"),
        "choose": lambda client, user: b"Elegible" in choose(client, f"{app}_chooser:choose", factory),
        "edit own": edit(True),
        "edit other": edit(False),
        "delete": delete,
    }


def choose(client: Client, name: str, factory) -> bytes:
    factory(title="Elegible")
    return client.get(reverse(name), headers={"x-requested-with": "XMLHttpRequest"}).content


def screen_acts(screen: str) -> dict[str, Callable[[Client, User], bool]]:
    listing, *adding = SCREEN_ADDRESSES[screen]
    return {
        "list": lambda client, user: opens(client, listing),
        "add": lambda client, user: opens(client, adding[0], *ADD_ARGUMENTS.get(screen, [])),
    }


@pytest.mark.parametrize(("screen", "verb"), [(screen, verb) for screen, row in SCREENS.items() for verb in row])
def test_wagtails_own_screens(house, screen, verb):
    acts = file_acts(screen) if screen in FILES else screen_acts(screen)
    assert allowed(house, acts[verb]) == SCREENS[screen][verb]


# The table is whole


def labels(models) -> set[str]:
    return {model._meta.label for model in models if not model.__module__.startswith(TESTS_OWN)}


def test_every_page_type_has_its_row():
    assert labels(model for model in get_page_models() if model is not Page) == set(PAGES)


def test_every_register_has_its_row():
    viewsets.populate()
    kept = [each.model for each in viewsets.viewsets if isinstance(each, ModelViewSet)]
    listed = [
        each.model for each in viewsets.viewsets if isinstance(each, PageListingViewSet) and each.model is not Page
    ]
    administered = [each.model for each in ModelAdmin.__subclasses__() if each.model]
    found = labels([*kept, *listed, *administered, *get_snippet_models(), *settings_registry])
    assert found == set(REGISTERS)


def test_everybody_without_a_role_stays_outside(house):
    stranger = Client()
    stranger.force_login(user_with(None))
    assert stranger.get(reverse("wagtailadmin_home")).status_code == 302
    assert Client().get(reverse("wagtailadmin_home")).status_code == 302
