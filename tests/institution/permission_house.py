"""A municipality with a signed-in person of each role and one row of each register, to try the matrix in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from institution.actions.numbers import issue_number
from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import RestrictionPeriod, TermOfGovernment, User, YearName
from pages.actions.event_states import postpone_event
from pages.actions.preview_links import create_link
from pages.actions.work_reports import receive_report
from pages.enums import WorkStage
from pages.enums.materials import Production
from pages.models import (
    Alert,
    BrokenLink,
    ContactMessage,
    DiffusionEntry,
    EventPage,
    GuidanceOpinion,
    GuidancePage,
    ImportRun,
    MaterialPage,
    PhotoSet,
    PublicityDecision,
    Review,
    Topic,
    Withdrawal,
    WorkImport,
)
from search.models import BestBet, SynonymGroup
from tests.factories.events import open_event, registered
from tests.factories.institution import DistrictFactory, DocumentSeriesFactory, OrganicUnitFactory, picture_bytes
from tests.factories.long_tasks import failed_task
from tests.factories.mail import queued_mail
from tests.factories.pages import Tree, draft_piece, published_note, site_tree
from tests.factories.people import user_with
from tests.factories.social_kits import greeting
from tests.factories.tokens import token_with
from tests.factories.unit_requests import asked
from tests.factories.webhooks import lost_delivery
from tests.factories.works import advance, published_work

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)

Act = Callable[[Client, User], bool]


@dataclass
class House:
    """The tree of pages, each role's person and browser, and a row of each register by its model's label."""

    tree: Tree
    people: dict[Role, User] = field(default_factory=dict)
    clients: dict[Role, Client] = field(default_factory=dict)
    rows: dict[str, Model] = field(default_factory=dict)


def build() -> House:
    """A seeded house with everybody signed in."""
    seed_roles()
    house = House(site_tree())
    for role in Role:
        house.people[role] = user_with(role)
        house.clients[role] = Client()
        house.clients[role].force_login(house.people[role])
    house.rows = {row._meta.label: row for row in _rows(user_with(None))}
    return house


def _rows(other: User) -> list[Model]:
    message = {"name": "Vecina de ejemplo", "email": "vecina@example.test", "subject": "Consulta", "message": "Hola"}
    note = published_note(embargo_until=NOW + timedelta(days=400))
    period = RestrictionPeriod.objects.create(name="Elecciones", starts_on=date(2030, 1, 1), legal_source="Norma")
    decided = RestrictionPeriod.objects.create(name="Otras", starts_on=date(2031, 1, 1), legal_source="Norma")
    founded = {"ground": "necessity", "medium": "other", "justification": "Urge.", "report_due_on": date(2030, 2, 1)}
    return [
        OrganicUnitFactory(),
        DistrictFactory(),
        DocumentSeriesFactory(code="oficio"),
        TermOfGovernment.objects.create(name="Gestión", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31)),
        period,
        PublicityDecision.objects.create(
            attempt=UUID(int=1), period=decided, title="Campaña", decided_at=NOW, outcome="allowed", **founded
        ),
        YearName.objects.create(year=2026, name="Año de ejemplo", legal_source="Norma"),
        issue_number(series_code="nota-prensa", subject="Asunto", by=None, at=NOW),
        other,
        Group.objects.create(name="Otro grupo"),
        Site.objects.create(hostname="otro.example.test", root_page=note),
        Topic.objects.create(name="Obras", slug="obras"),
        note,
        ContactMessage.objects.create(**message, received_at=NOW, erase_on=date(2027, 11, 24)),
        ImportRun.objects.create(folder="notas", started_at=NOW),
        *_work_rows(),
        Alert.objects.create(
            title="Lluvias", text="Cuidado", source="Prueba", ends_at=NOW + timedelta(days=9), starts_at=NOW, live=False
        ),
        GuidanceOpinion.objects.create(page=draft_piece(GuidancePage), helpful=True, given_on=NOW.date()),
        DiffusionEntry.objects.create(page=note, channel="mural", carried_on=NOW.date()),
        draft_piece(MaterialPage, production=Production.DESIGN),
        *_event_rows(),
        token_with(owner=other)[0],
        queued_mail(at=NOW),
        failed_task(at=NOW, started_by=other),
        Review.objects.create(page=note, review_on=date(2030, 1, 1)),
        BrokenLink.objects.create(page=note, target="https://x.test/", fault="not_found", since=NOW, checked_at=NOW),
        Withdrawal.objects.create(title="Retirada", url_path="/x/", reason="other", withdrawn_at=NOW),
        PhotoSet.objects.create(name="Feria", created_at=NOW),
        SynonymGroup.objects.create(terms="basura\ndesechos"),
        BestBet.objects.create(queries="basura", page=note),
        asked(),
        greeting(),
        create_link(page=note, recipient="Radio de ejemplo", hours=1, by=other, at=NOW)[0],
        lost := lost_delivery(at=NOW),
        lost.subscription,
    ]


def _work_rows() -> list[Model]:
    """A work that advances, and a problem that somebody reported of it, with a photo."""
    work = published_work(stage=WorkStage.EXECUTION)
    photo = ContentFile(picture_bytes(kind="JPEG"), name="foto.jpg")
    report = receive_report(work=work, problem="Zanja abierta", consent_text="Acepto", photo=photo, at=NOW)
    run = WorkImport.objects.create(filename="obras.csv", read_at=NOW)
    return [work, advance(work, date(2026, 6, 1), 10, 10), report, run]


def _event_rows() -> list[Model]:
    """A postponed event of next month, and somebody who registered for it."""
    event = open_event(starts=[timezone.now() + timedelta(days=30)])
    person = registered(event, at=timezone.now())
    postpone_event(event=event, to=None, reason="Lluvia", by=user_with(None), at=timezone.now())
    return [EventPage.objects.get(pk=event.pk), person]


def allowed(house: House, act: Act) -> set[Role]:
    """The roles whose act gets through; whatever each did is undone."""
    return {role for role in Role if _attempt(house, role, act)}


def _attempt(house: House, role: Role, act: Act) -> bool:
    point = transaction.savepoint()
    try:
        return act(house.clients[role], User.objects.get(pk=house.people[role].pk))
    finally:
        transaction.savepoint_rollback(point)


def opens(client: Client, name: str, *args) -> bool:
    """Whether the address answers with its page rather than sending the person away."""
    response = client.get(reverse(name, args=args))
    assert response.status_code in (200, 302, 403), (name, response.status_code)
    return response.status_code == 200


def gone_after(client: Client, row: Model, name: str, *args) -> bool:
    """Whether posting to the address deletes the row."""
    client.post(reverse(name, args=args))
    return not type(row)._base_manager.filter(pk=row.pk).exists()
