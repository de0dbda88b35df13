"""Whatever somebody does in the backend leaves a line in the audit log: who, and on what."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import BaseLogEntry, PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from institution.enums import Role
from institution.models import User
from pages.actions.corrections import add_correction
from pages.actions.reviews import mark_reviewed
from pages.actions.unit_requests.links import create_review_link, revoke_review_link
from pages.actions.unit_requests.products import link_product, unlink_product
from pages.actions.unit_requests.talk import say
from pages.actions.work_sheets import read_works
from pages.models import PublicityDecision, UnitRequest
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.pages import draft_note, published_note
from tests.institution.permission_house import House, build
from tests.institution.permission_matrix import PAGES, REGISTERS, Row
from tests.institution.permission_pages import page_acts
from tests.institution.permission_registers import SETTINGS, address_of, register_acts

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("permission_matrix")]
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
# What only opens a screen; its form is tried apart.
LOOKING = {"list", "read", "add", "edit", "edit own", "edit other", "figures", "see photo", "ask", "upload"}


def verbs(table: dict[str, Row]) -> list[tuple[str, str]]:
    return [
        (label, verb) for label, row in table.items() for verb, roles in row.items() if roles and verb not in LOOKING
    ]


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker) -> Iterator[House]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def lines(house: House, role: Role, act: Callable[[], object]) -> list[BaseLogEntry]:
    """The lines that the act left in the name of the role's person; the act is undone."""
    person, point = house.people[role], transaction.savepoint()
    known = {model: set(model.objects.values_list("pk", flat=True)) for model in registry.get_log_entry_models()}
    try:
        act()
        return [line for model, old in known.items() for line in model.objects.filter(user=person).exclude(pk__in=old)]
    finally:
        transaction.savepoint_rollback(point)


def role_for(roles: frozenset[Role]) -> Role:
    return Role.HEAD if Role.HEAD in roles else Role.ADMINISTRATION


def tried(house: House, role: Role, act) -> Callable[[], None]:
    def doing() -> None:
        assert act(house.clients[role], house.people[role]), "the act itself didn't get through"

    return doing


@pytest.mark.parametrize(("label", "verb"), verbs(PAGES))
def test_every_verb_of_a_page_is_told(house, label, verb):
    role = role_for(PAGES[label][verb])
    told = lines(house, role, tried(house, role, page_acts(label, house.tree)[verb]))
    assert any(line.label and isinstance(line, PageLogEntry) for line in told)


@pytest.mark.parametrize(("label", "verb"), verbs(REGISTERS))
def test_every_verb_of_a_register_is_told(house, label, verb):
    role = role_for(REGISTERS[label][verb])
    told = lines(house, role, tried(house, role, register_acts(label, house)[verb]))
    assert any(line.label for line in told)


# The forms of the registers


def told(lines: list[BaseLogEntry], action: str) -> bool:
    """Whether one of the lines says that, and of what."""
    return any(line.action == action and line.label for line in lines)


SECRET = "Clave.Larga.9"
NAMED = {"first_name": "Persona", "last_name": "De ejemplo", "email": "persona@example.test"}
UPLOADED = {"pages.PhotoSet"}  # made with its photos by an action, which tells it
MADE_BY_AN_ACTION = {"headless.AccessToken": "headless.token.created"}
EDITED = [label for label, row in REGISTERS.items() if row.get("edit") and label not in SETTINGS]
# What makes the new row another one than the row whose form is sent again.
ANOTHER: dict[str, dict[str, str]] = {
    "institution.OrganicUnit": {"code": "NUEVA", "name": "Unidad nueva"},
    "institution.District": {"ubigeo": "020999", "reniec_code": "020998", "name": "Nuevo", "slug": "nuevo"},
    "institution.DocumentSeries": {"code": "nueva", "name": "Serie nueva"},
    "institution.TermOfGovernment": {"name": "Otra", "starts_on": "2031-01-01", "ends_on": "2034-12-31"},
    "institution.RestrictionPeriod": {"name": "Otras elecciones", "starts_on": "2036-01-01"},
    "institution.YearName": {"year": "2031", "name": "Año nuevo"},
    "auth.Group": {"name": "Grupo nuevo"},
    "wagtailcore.Site": {"hostname": "nuevo.example.test"},
    "institution.User": NAMED | {"username": "nueva", "password1": SECRET, "password2": SECRET},
    "pages.Topic": {"name": "Nuevo", "slug": "nuevo"},
    "pages.Alert": {"starts_at": "2026-11-24 10:00", "ends_at": "2026-12-24 10:00"},
    "pages.DiffusionEntry": {},
}  # fmt: skip


def filled(client: Client, address: str) -> QueryDict:
    """The longest form of the screen, as it comes."""
    html = client.get(address, follow=True).content.decode()
    return max((querydict_from_html(html, form_index=index) for index in range(html.count("<form"))), key=len)


@pytest.mark.parametrize("label", EDITED)
def test_saving_the_form_of_a_row_and_making_another_are_told(house, label):
    role = role_for(REGISTERS[label]["edit"])
    client, row = house.clients[role], house.rows[label]
    edit, add = reverse(address_of(label, "edit"), args=[row.pk]), reverse(address_of(label, "add"))
    data = filled(client, edit)
    for name, value in (NAMED if label == "institution.User" else {}).items():
        data[name] = value
    edited = lines(house, role, lambda: client.post(edit, data))
    new = data.copy()
    for name, value in ANOTHER.get(label, {}).items():
        new[name] = value
    added = lines(house, role, lambda: client.post(add, new))
    made = told(added, MADE_BY_AN_ACTION.get(label, "wagtail.create")) or label in UPLOADED
    assert (told(edited, "wagtail.edit"), made) == (True, True)


@pytest.mark.parametrize("label", SETTINGS)
def test_changing_a_setting_is_told(house, label):
    client = house.clients[Role.HEAD]
    asked = reverse("wagtailsettings:edit", args=label.lower().split("."))
    address = client.get(asked, follow=True).redirect_chain[-1][0]
    data = filled(client, address)
    assert any(line.label for line in lines(house, Role.HEAD, lambda: client.post(address, data)))


# What no matrix lists


def _decides(house: House, person: User) -> None:
    """Publish publicity during an election, on the ground that the law allows."""
    RestrictionPeriodFactory(name="Ya rige", starts_on=date(2026, 1, 8))
    founded = {"publicity_ground": "public_utility", "publicity_medium": "other", "publicity_justification": "Urge."}
    note = draft_note(is_publicity=True, publicity_report_due_on=date(2026, 12, 1), **founded)
    note.save_revision(user=person).publish(user=person)
    assert PublicityDecision.objects.filter(page=note).exists()


def _revokes(house: House, person: User) -> None:
    request = UnitRequest.objects.get()
    link, _address = create_review_link(request=request, days=1, by=person, at=NOW)
    revoke_review_link(link=link, by=person, at=NOW)


def _links(house: House, person: User) -> None:
    link_product(request=UnitRequest.objects.get(), page=draft_note(), by=person, at=NOW)


def _unlinks(house: House, person: User) -> None:
    product = link_product(request=UnitRequest.objects.get(), page=draft_note(), by=person, at=NOW)
    unlink_product(product=product, by=person, at=NOW)


OTHERS = {
    "pages.unit_request.link": _links,
    "pages.unit_request.unlink": _unlinks,
    "pages.publicity.decided": _decides,
    "pages.unit_request.revoke": _revokes,
    "pages.unit_request.said": lambda house, person: say(
        request=UnitRequest.objects.get(), text="A", by=person, at=NOW
    ),
    "pages.correct": lambda house, person: add_correction(
        page=published_note(), text="Decía 5; es 6.", by=person, at=NOW
    ),
    "pages.reviewed": lambda house, person: mark_reviewed(review=house.rows["pages.Review"], by=person, at=NOW),
    "wagtail.create": lambda house, person: read_works(filename="a.csv", content=b"CUI\n1", by=person, at=NOW),
}


@pytest.mark.parametrize("action", OTHERS)
def test_what_is_done_elsewhere_is_told_too(house, action):
    told = lines(house, Role.HEAD, lambda: OTHERS[action](house, house.people[Role.HEAD]))
    assert action in [line.action for line in told]


def test_recording_by_where_a_request_went_out_is_told(house):
    client, address = house.clients[Role.HEAD], reverse("solicitudes:spread", args=[UnitRequest.objects.get().pk])
    data = filled(client, address)
    data["channel"] = "radio"
    recorded = lines(house, Role.HEAD, lambda: client.post(address, data))
    assert [line.content_type.model for line in recorded if told([line], "wagtail.create")] == ["diffusionentry"]
