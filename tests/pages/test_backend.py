"""The editorial backend at work: who publishes, what is told, what no hostile input breaks."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import TaskState

from institution.actions.seed_roles import seed_roles
from institution.enums import Role
from institution.models import IssuedNumber
from pages.admin.note_states import NoteState, with_state
from pages.enums import ImportVerdict
from pages.models import ContactMessage, ImportRow, ImportRun, NewsPage, PreviewLink
from tests.factories.institution import OrganicUnitFactory, RestrictionPeriodFactory
from tests.factories.pages import draft_note, published_note, topic
from tests.factories.people import user_with
from tests.pages.note_form import send

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.fixture
def sign_in(tree):
    """A browser in which a person of the role is signed in."""
    seed_roles()

    def signed(role: Role) -> Client:
        client = Client()
        client.force_login(user_with(role))
        client.user = role
        return client

    return signed


def told(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def owned_draft(client: Client, **fields) -> NewsPage:
    from institution.models import User

    return draft_note(owner=User.objects.get(pk=client.session["_auth_user_id"]), **fields)


# Publishing


def test_an_editor_cannot_publish_alone_however_the_form_is_sent(sign_in):
    client = sign_in(Role.WRITING)
    note = owned_draft(client)
    send(client, note, "action-publish", title="Cambiado")
    kept = NewsPage.objects.get(pk=note.pk)
    assert (kept.live, kept.number) == (False, None)
    assert kept.get_latest_revision_as_object().title == "Cambiado"


def test_an_editor_submits_and_the_head_approves_and_the_note_is_live_with_its_number(sign_in):
    writer, head = sign_in(Role.WRITING), sign_in(Role.HEAD)
    note = owned_draft(writer)
    send(writer, note, "action-submit")
    task = TaskState.objects.get()
    assert task.task.name == "Aprobación de Jefatura"
    assert not NewsPage.objects.get(pk=note.pk).live
    assert "Esperan su revisión" in head.get(reverse("wagtailadmin_home")).content.decode()
    head.post(reverse("wagtailadmin_pages:workflow_action", args=[note.pk, "approve", task.pk]))
    live = NewsPage.objects.get(pk=note.pk)
    assert live.live
    assert live.number.text.startswith("N.° 001-")


def test_an_editor_cannot_approve_what_it_submitted(sign_in):
    writer = sign_in(Role.WRITING)
    note = owned_draft(writer)
    send(writer, note, "action-submit")
    writer.post(reverse("wagtailadmin_pages:workflow_action", args=[note.pk, "approve", TaskState.objects.get().pk]))
    assert not NewsPage.objects.get(pk=note.pk).live


def test_publishing_in_bulk_what_the_law_stops_publishes_nothing_and_names_the_note(sign_in):
    RestrictionPeriodFactory(starts_on=date(2026, 1, 1))
    head = sign_in(Role.HEAD)
    refused, good = draft_note(title="Con publicidad", is_publicity=True), draft_note()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = head.post(f"{address}?id={good.pk}&id={refused.pk}")
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_pages:edit", args=[refused.pk]))
    assert "Con publicidad" in told(response)
    assert "causal" in told(response)
    assert not NewsPage.objects.filter(live=True).exists()
    assert not IssuedNumber.objects.exists()


@pytest.mark.parametrize("modal", [False, True])
def test_approving_what_the_law_stops_is_told_and_leaves_the_review_open(sign_in, modal):
    writer, head = sign_in(Role.WRITING), sign_in(Role.HEAD)
    note = owned_draft(writer, is_publicity=True)
    send(writer, note, "action-submit", is_publicity="on")
    RestrictionPeriodFactory(starts_on=date(2026, 1, 1))
    task = TaskState.objects.get()
    address = reverse("wagtailadmin_pages:workflow_action", args=[note.pk, "approve", task.pk])
    response = head.post(address, headers={"x-requested-with": "XMLHttpRequest"} if modal else {})
    edit = reverse("wagtailadmin_pages:edit", args=[note.pk])
    assert "causal" in told(response)
    assert (response.json()["redirect"] if modal else response.url) == edit
    task.refresh_from_db()
    assert task.status == TaskState.STATUS_IN_PROGRESS
    assert not NewsPage.objects.get(pk=note.pk).live


# What no input breaks

HOSTILE = ['"', "'", '"a', "\x00", "   ", "%", "a\x00b", "(", "*", "-", "OR 1=1", "🙂", "x" * 3000]
LISTINGS = [
    "noticias:index",
    "noticias:index_results",
    "mensajes:index",
    "importaciones:index",
    "enlaces:index",
    "numeros_modeladmin_index",
    "wagtailsnippets_pages_topic:list",
    "wagtailsnippets_institution_organicunit:list",
    "wagtailsnippets_institution_organicunit:list_results",
    "wagtailsnippets_institution_district:list",
    "wagtailsnippets_institution_documentseries:list",
    "wagtailsnippets_institution_termofgovernment:list",
    "wagtailsnippets_institution_restrictionperiod:list",
    "wagtailsnippets_institution_yearname:list",
    "wagtailsnippetchoosers_institution_organicunit:choose_results",
    "wagtailadmin_explore_root",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailimages:index",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose_results",
    "wagtailusers_users:index",
    "wagtailusers_groups:index",
    "wagtailredirects:index",
    "wagtailadmin_reports:site_history",
]


@pytest.mark.parametrize("listing", LISTINGS)
def test_no_search_box_breaks_whatever_is_typed(sign_in, listing):
    published_note()
    client = sign_in(Role.ADMINISTRATION)
    for typed in HOSTILE:
        assert client.get(reverse(listing), {"q": typed}).status_code == 200, typed


@pytest.mark.parametrize(
    "query",
    [
        {"q": "nota", "state": "published", "unit": "1"},
        {"q": "nota", "topics": "1", "published_at_from": "2026-01-01"},
        {"state": "no-existe"},
        {"unit": "abc", "published_at_from": "ayer", "p": "-3"},
        {"ordering": "number__text", "q": "nota"},
        {"ordering": "password", "p": "99999999999999999999"},
        {"export": "csv", "q": "nota"},
        {"export": "xlsx"},
    ],
)
def test_the_notes_listing_takes_any_search_filter_and_order_together(sign_in, query):
    published_note(unit=OrganicUnitFactory(), topics=[topic()])
    assert sign_in(Role.HEAD).get(reverse("noticias:index"), query).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "serie=nada",
        "year=abc",
        "estado=quizás",
        "p=-5",
        "p=999",
        "o=99.-x",
        "issued_by__password__startswith=md5",
        "export=csv&q=%22",
    ],
)
def test_the_register_of_numbers_takes_any_address(sign_in, query):
    published_note()
    client = sign_in(Role.HEAD)
    response = client.get(f"{reverse('numeros_modeladmin_index')}?{query}", follow=True)
    assert response.status_code == 200
    if "password" in query:
        assert "N.° 001-" in response.content.decode()


# Listings


def test_a_note_is_found_by_a_word_without_its_accents_and_by_its_number(sign_in):
    published_note(title="Sesión de concejo")
    published_note(title="Otra cosa")
    client = sign_in(Role.WRITING)
    for typed, expected in {"sesion": "Sesión de concejo", "002-": "Otra cosa"}.items():
        page = client.get(reverse("noticias:index_results"), {"q": typed}).content.decode()
        assert [title for title in ("Sesión de concejo", "Otra cosa") if title in page] == [expected]


def test_each_note_has_the_state_that_its_story_gives_it(sign_in):
    writer = sign_in(Role.WRITING)
    now = timezone.now()
    stories = {
        NoteState.DRAFT: draft_note(),
        NoteState.PUBLISHED: published_note(),
        NoteState.EMBARGOED: published_note(embargo_until=now + timedelta(days=1)),
        NoteState.SCHEDULED: draft_note(go_live_at=now + timedelta(days=1)),
        NoteState.CHANGED: published_note(),
        NoteState.EXPIRED: published_note(),
        NoteState.REVIEW: owned_draft(writer),
        NoteState.RETURNED: owned_draft(writer),
    }
    stories[NoteState.SCHEDULED].save_revision().publish()
    stories[NoteState.CHANGED].save_revision()
    stories[NoteState.EXPIRED].unpublish(set_expired=True)
    for state in (NoteState.REVIEW, NoteState.RETURNED):
        send(writer, stories[state], "action-submit")
    returned = TaskState.objects.get(workflow_state__object_id=str(stories[NoteState.RETURNED].pk))
    returned.reject(user=user_with(Role.HEAD))
    states = dict(with_state(NewsPage.objects.all(), at=timezone.now()).values_list("pk", "state"))
    assert {state: states[note.pk] for state, note in stories.items()} == {state: state.value for state in stories}


@pytest.mark.parametrize(
    "address",
    ["noticias:index", "numeros_modeladmin_index", "enlaces:index", "importaciones:index", "wagtailadmin_home"],
)
def test_a_listing_costs_the_same_queries_however_many_rows_it_shows(sign_in, address, django_assert_max_num_queries):
    head = sign_in(Role.HEAD)
    fill(sign_in(Role.WRITING))
    head.get(reverse(address))
    with CaptureQueriesContext(connection) as few:
        head.get(reverse(address))
    cost = len(few)
    for _ in range(3):
        fill(sign_in(Role.WRITING))
    head.get(reverse(address))
    with django_assert_max_num_queries(cost):
        assert head.get(reverse(address)).status_code == 200


def fill(writer: Client) -> None:
    """One more row of everything that the listings and *Mi día* show."""
    unit = OrganicUnitFactory()
    note = published_note(unit=unit, embargo_until=timezone.now() + timedelta(days=3))
    send(writer, owned_draft(writer, unit=unit), "action-submit")
    run = ImportRun.objects.create(folder="notas", started_at=NOW, started_by=user_with(None))
    ImportRow.objects.create(run=run, path="nota.docx", verdict=ImportVerdict.REFUSED)
    PreviewLink.objects.create(
        page=note,
        recipient="Radio",
        digest=str(note.pk),
        created_by=user_with(None),
        created_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )


def test_an_export_never_carries_a_formula_that_somebody_typed(sign_in):
    ContactMessage.objects.create(
        name="=1+1", email="a@example.test", subject="@SUMA(A1)", message="-2", received_at=NOW, erase_on=NOW.date()
    )
    head = sign_in(Role.HEAD)
    csv = b"".join(head.get(reverse("mensajes:index"), {"export": "csv"}).streaming_content).decode()
    assert all(f"'{typed}" in csv for typed in ("=1+1", "@SUMA(A1)", "-2"))
    book = b"".join(head.get(reverse("mensajes:index"), {"export": "xlsx"}).streaming_content)
    cells = [cell for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)


# Messages, imports, links


def test_a_message_is_marked_as_answered_once_and_only_by_post(sign_in):
    message = ContactMessage.objects.create(
        name="Vecina", email="v@example.test", subject="Consulta", message="Hola", received_at=NOW, erase_on=NOW.date()
    )
    head = sign_in(Role.HEAD)
    address = reverse("mensajes:answered", args=[message.pk])
    assert head.get(address).status_code == 405
    head.post(address)
    message.refresh_from_db()
    first = message.answered_at
    head.post(address)
    message.refresh_from_db()
    assert message.answered_at == first is not None


def test_an_import_shows_what_became_of_each_file(sign_in):
    run = ImportRun.objects.create(folder="notas", started_at=NOW)
    ImportRow.objects.create(run=run, path="buena.docx", verdict=ImportVerdict.IMPORTED, page=draft_note())
    ImportRow.objects.create(run=run, path="rota.docx", verdict=ImportVerdict.REFUSED, message="Está dañada.")
    client = sign_in(Role.WRITING)
    address = reverse("importaciones:inspect", args=[run.pk])
    page = client.get(address).content.decode()
    assert all(shown in page for shown in ("buena.docx", "Importada", "rota.docx", "No se pudo leer", "Está dañada."))
    refused = client.get(address, {"verdict": "refused", "q": '"'}).content.decode()
    assert "buena.docx" not in refused


def test_the_head_lends_an_embargoed_note_and_the_address_is_shown_once(sign_in, client):
    note = published_note(title="Reservada", embargo_until=timezone.now() + timedelta(days=1))
    head = sign_in(Role.HEAD)
    lend = reverse("lend_note", args=[note.pk])
    assert lend in head.get(reverse("wagtailadmin_pages:edit", args=[note.pk])).content.decode()
    answer = head.post(lend, {"recipient": "Radio de ejemplo", "hours": 2})
    address = answer.context["address"]
    assert "no-store" in answer["Cache-Control"]
    assert "Reservada" in client.get(address[address.index("/vista-previa") :]).content.decode()
    detail = head.get(reverse("enlaces:inspect", args=[answer.context["link"].pk])).content.decode()
    assert "Aperturas</h2>" in detail.replace(" (1)", "")
    token = address.rstrip("/").rsplit("/", 1)[1]
    assert token not in detail
    assert token not in head.get(lend).content.decode()


def test_a_link_is_revoked_after_asking(sign_in, client):
    note = published_note(embargo_until=timezone.now() + timedelta(days=1))
    head = sign_in(Role.HEAD)
    answer = head.post(reverse("lend_note", args=[note.pk]), {"recipient": "Radio de ejemplo", "hours": 2})
    address = answer.context["address"]
    path = address[address.index("/vista-previa") :]
    revoke = reverse("enlaces:revoke", args=[answer.context["link"].pk])
    assert "¿Revocar" in head.get(revoke).content.decode()
    assert client.get(path).status_code == 200
    head.post(revoke)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("hours", "recipient"), [(0, "Radio"), (169, "Radio"), ("", "Radio"), (5, ""), ("x", "R")])
def test_lending_refuses_what_makes_no_sense(sign_in, hours, recipient):
    note = published_note(embargo_until=timezone.now() + timedelta(days=1))
    answer = sign_in(Role.HEAD).post(reverse("lend_note", args=[note.pk]), {"recipient": recipient, "hours": hours})
    assert answer.status_code == 200
    assert not PreviewLink.objects.exists()


def test_a_draft_cannot_be_lent_and_it_is_told_why(sign_in):
    answer = sign_in(Role.HEAD).post(reverse("lend_note", args=[draft_note().pk]), {"recipient": "Radio", "hours": 2})
    assert "Publique la nota con embargo" in answer.content.decode()
    assert not PreviewLink.objects.exists()
