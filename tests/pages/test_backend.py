"""The backend's listings: no input breaks them, they find, they tell states, they cost the same however they grow."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import TaskState

from institution.enums import Role
from pages.admin.piece_states import PieceState, with_state
from pages.enums import ImportVerdict
from pages.models import ContactMessage, ImportRow, ImportRun, NewsPage, PreviewLink
from tests.factories.institution import OrganicUnitFactory
from tests.factories.mail import queued_mail
from tests.factories.pages import draft_note, published_note, topic
from tests.factories.people import user_with
from tests.pages.desk import owned_draft, send, sign_in

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


HOSTILE = ['"', "'", '"a', "\x00", "   ", "%", "a\x00b", "(", "*", "-", "OR 1=1", "🙂", "x" * 3000]
LISTINGS = [
    "noticias:index",
    "noticias:index_results",
    "mensajes:index",
    "importaciones:index",
    "enlaces:index",
    "correos:index",
    "tareas:index",
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
def test_no_search_box_breaks_whatever_is_typed(tree, listing):
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
def test_the_notes_listing_takes_any_search_filter_and_order_together(tree, query):
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
def test_the_register_of_numbers_takes_any_address(tree, query):
    published_note()
    client = sign_in(Role.HEAD)
    response = client.get(f"{reverse('numeros_modeladmin_index')}?{query}", follow=True)
    assert response.status_code == 200
    if "password" in query:
        assert "N.° 001-" in response.content.decode()


def test_a_note_is_found_by_a_word_without_its_accents_and_by_its_number(tree):
    published_note(title="Sesión de concejo")
    published_note(title="Otra cosa")
    client = sign_in(Role.WRITING)
    for typed, expected in {"sesion": "Sesión de concejo", "002-": "Otra cosa"}.items():
        page = client.get(reverse("noticias:index_results"), {"q": typed}).content.decode()
        assert [title for title in ("Sesión de concejo", "Otra cosa") if title in page] == [expected]


def test_each_note_has_the_state_that_its_story_gives_it(tree):
    writer = sign_in(Role.WRITING)
    now = timezone.now()
    stories = {
        PieceState.DRAFT: draft_note(),
        PieceState.PUBLISHED: published_note(),
        PieceState.EMBARGOED: published_note(embargo_until=now + timedelta(days=1)),
        PieceState.SCHEDULED: draft_note(go_live_at=now + timedelta(days=1)),
        PieceState.CHANGED: published_note(),
        PieceState.EXPIRED: published_note(),
        PieceState.REVIEW: owned_draft(writer),
        PieceState.RETURNED: owned_draft(writer),
    }
    stories[PieceState.SCHEDULED].save_revision().publish()
    stories[PieceState.CHANGED].save_revision()
    stories[PieceState.EXPIRED].unpublish(set_expired=True)
    for state in (PieceState.REVIEW, PieceState.RETURNED):
        send(writer, stories[state], "action-submit")
    returned = TaskState.objects.get(workflow_state__object_id=str(stories[PieceState.RETURNED].pk))
    returned.reject(user=user_with(Role.HEAD))
    states = dict(with_state(NewsPage.objects.all(), at=timezone.now()).values_list("pk", "state"))
    assert {state: states[note.pk] for state, note in stories.items()} == {state: state.value for state in stories}


@pytest.mark.parametrize(
    "address",
    [
        "noticias:index",
        "numeros_modeladmin_index",
        "enlaces:index",
        "importaciones:index",
        "correos:index",
        "wagtailadmin_home",
    ],
)
def test_a_listing_costs_the_same_queries_however_many_rows_it_shows(tree, address, django_assert_max_num_queries):
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
    queued_mail(at=NOW)
    PreviewLink.objects.create(
        page=note,
        recipient="Radio",
        digest=str(note.pk),
        created_by=user_with(None),
        created_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )


def test_an_export_never_carries_a_formula_that_somebody_typed(tree):
    ContactMessage.objects.create(
        name="=1+1", email="a@example.test", subject="@SUMA(A1)", message="-2", received_at=NOW, erase_on=NOW.date()
    )
    head = sign_in(Role.HEAD)
    csv = b"".join(head.get(reverse("mensajes:index"), {"export": "csv"}).streaming_content).decode()
    assert all(f"'{typed}" in csv for typed in ("=1+1", "@SUMA(A1)", "-2"))
    book = b"".join(head.get(reverse("mensajes:index"), {"export": "xlsx"}).streaming_content)
    cells = [cell for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
