"""What changes beside a text that was published: correction notes, and the label of an administration that is over."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from institution.enums import Role
from institution.models import TermOfGovernment
from pages.actions.corrections import add_correction
from pages.actions.publication import PublicationRefused
from pages.actions.withdrawals import withdraw_page
from pages.documents.note_pdf import note_pdf
from pages.enums import WithdrawalReason
from pages.models import Correction, EventPage, GuidancePage, NewsPage
from pages.models.piece import piece_models
from pages.rules.terms import term_of
from tests.factories.every_type import published_of
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import send, sign_in, told

IN_2026 = datetime(2026, 11, 24, 17, tzinfo=UTC)
IN_2027 = datetime(2027, 1, 1, 5, 0, tzinfo=UTC)  # midnight in Lima
LABEL = "Gestión 2023–2026"


@pytest.fixture
def terms(tree) -> list[TermOfGovernment]:
    """The two administrations."""
    return [
        TermOfGovernment.objects.create(name=LABEL, starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31)),
        TermOfGovernment.objects.create(
            name="Gestión 2027–2030", starts_on=date(2027, 1, 1), ends_on=date(2030, 12, 31)
        ),
    ]


def piece_of_2026(model=NewsPage, **fields):
    with time_machine.travel(IN_2026, tick=False):
        return published_of(model, **fields)


@pytest.fixture
def next_year(terms):
    """The clock at the first instant of the next administration; the pieces come from the one before."""
    with time_machine.travel(IN_2027, tick=False) as clock:
        yield clock


def ask(client, url) -> str:
    return client.get(url).content.decode()


@pytest.mark.parametrize("model", piece_models())
def test_corrections_are_read_on_every_type_with_their_date_the_latest_first(tree, client, model):
    piece = published_of(model)
    for day, words in ((3, "La primera."), (9, "La segunda.")):
        piece.corrections.add(Correction(made_on=date(2026, 11, day), text=words))
    piece.save_revision().publish()
    page = ask(client, piece.url)
    assert "9 de noviembre de 2026" in page
    assert page.index("La segunda.") < page.index("La primera.")


def test_corrections_travel_with_the_note(tree, client):
    note = published_note()
    note.corrections.add(Correction(made_on=date(2026, 11, 9), text="Decía ayer; debe decir hoy."))
    note.save_revision().publish()
    answer = json.loads(ask(client, f"/api/v1/news/{note.slug}"))
    assert answer["corrections"] == [{"made_on": "2026-11-09", "text": "Decía ayer; debe decir hoy."}]
    assert "Decía ayer; debe decir hoy." in ask(client, f"{note.url}nota.txt")
    assert note_pdf(NewsPage.objects.get(pk=note.pk), at=IN_2026).startswith(b"%PDF")


def test_an_editor_writes_a_correction_in_the_form(tree):
    note = published_note()
    head = sign_in(Role.HEAD)
    rows = inline_formset([{"made_on": "2026-11-09", "text": "Decía ayer; debe decir hoy."}])
    send(head, note, "action-publish", **nested_form_data({"corrections": rows}))
    assert Correction.objects.get().page_id == note.pk


@pytest.mark.parametrize("model", piece_models())
def test_when_an_administration_ends_all_that_it_published_says_so(terms, client, model):
    piece = piece_of_2026(model)
    index = piece.get_parent().specific.url
    with time_machine.travel(IN_2027 - timedelta(seconds=1), tick=False):
        assert "ya terminó" not in ask(client, piece.url)
        assert "term-label" not in ask(client, index)
    with time_machine.travel(IN_2027, tick=False):
        page = ask(client, piece.url)
        assert f"corresponde a la «{LABEL}»" in page
        if model is not EventPage:  # the agenda opens with what is to come
            assert LABEL in ask(client, index)


def test_what_belongs_to_no_known_term_or_to_this_one_carries_no_label(next_year, client):
    assert "ya terminó" not in ask(client, published_note().url)
    assert "ya terminó" not in ask(client, published_note(published_at=datetime(2019, 5, 1, tzinfo=UTC)).url)


def test_the_form_of_a_past_terms_piece_opens_for_nobody_and_says_what_can_be_done(terms):
    note = piece_of_2026(title="La de antes")
    with time_machine.travel(IN_2027, tick=False):
        head = sign_in(Role.HEAD)
        edit = reverse("wagtailadmin_pages:edit", args=[note.pk])
        for answer in (head.get(edit), head.post(edit, {"title": "Otra"})):
            assert answer["Location"] == reverse("past_piece", args=[note.pk])
        assert "se conserva tal como fue" in ask(head, reverse("past_piece", args=[note.pk])).lower()
        assert NewsPage.objects.get(pk=note.pk).title == "La de antes"


def test_a_past_terms_piece_is_not_deleted(terms):
    notes = [piece_of_2026(), piece_of_2026()]
    with time_machine.travel(IN_2027, tick=False):
        head = sign_in(Role.ADMINISTRATION)
        answer = head.post(reverse("wagtailadmin_pages:delete", args=[notes[0].pk]))
        assert "no se elimina" in told(answer)
        query = "&".join(f"id={note.pk}" for note in notes)
        head.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?{query}")
    assert NewsPage.objects.count() == 2


def test_a_waiting_draft_of_a_past_terms_piece_cannot_go_public_either(terms):
    note = piece_of_2026(title="Como fue")
    note.title = "Reescrita"
    draft = note.save_revision()
    with time_machine.travel(IN_2027, tick=False):
        with pytest.raises(PublicationRefused) as refusal:
            draft.publish()
        assert "fe de erratas" in " ".join(refusal.value.messages)
    assert NewsPage.objects.get(pk=note.pk).title == "Como fue"


def test_a_correction_note_is_the_only_thing_that_is_added(terms, client):
    note = piece_of_2026(title="Como fue", body=[{"type": "text", "value": "<p>El texto de antes.</p>"}])
    note.title = "Reescrita"
    note.save_revision()
    with time_machine.travel(IN_2027, tick=False):
        head = sign_in(Role.HEAD)
        screen = reverse("past_piece", args=[note.pk])
        assert head.post(screen, {"text": " "}).status_code == 200
        assert head.post(screen, {"text": "x" * 601}).status_code == 200
        assert not Correction.objects.exists()
        head.post(screen, {"text": "Decía A; debe decir B."})
        page = ask(client, note.url)
        assert all(words in page for words in ("Como fue", "El texto de antes.", "Decía A; debe decir B."))
        assert "1 de enero de 2027" in page
        assert "Fe de erratas: Decía A" in ask(head, reverse("wagtailadmin_reports:site_history"))


def test_only_who_may_correct_the_past_does(terms):
    note = piece_of_2026()
    with time_machine.travel(IN_2027, tick=False):
        screen = reverse("past_piece", args=[note.pk])
        sign_in(Role.WRITING).post(screen, {"text": "Decía A; debe decir B."})
    assert not Correction.objects.exists()


def test_a_past_terms_piece_is_withdrawn_and_comes_back_as_it_was(terms, client):
    note = piece_of_2026()
    with time_machine.travel(IN_2027, tick=False):
        withdraw_page(page=note, reason=WithdrawalReason.OTHER, explanation="Porque sí.", by=None, at=IN_2027)
        assert client.get(note.url).status_code == 410
        NewsPage.objects.get(pk=note.pk).get_latest_revision().publish()
        assert client.get(note.url).status_code == 200


def test_guidance_is_kept_up_to_date_whoever_governs(terms, client):
    guidance = piece_of_2026(GuidancePage, title="Cómo se hace")
    with time_machine.travel(IN_2027, tick=False):
        guidance.title = "Cómo se hace hoy"
        guidance.save_revision().publish()
        page = ask(client, guidance.url)
    assert "Cómo se hace hoy" in page
    assert "ya terminó" not in page


def test_old_notes_that_nobody_had_published_are_published_with_their_date(next_year):
    note = draft_note(published_at=IN_2026)
    note.save_revision().publish()
    assert NewsPage.objects.get(pk=note.pk).live


def test_words_are_asked_of_a_correction(tree):
    with pytest.raises(ValueError, match="Escriba"):
        add_correction(page=published_note(), text=" ", by=None, at=IN_2026)


def test_a_list_asks_for_the_terms_once(terms, client):
    costs = []
    for many in (2, 10):
        for _n in range(many):
            piece_of_2026(GuidancePage)
        with time_machine.travel(IN_2027, tick=False):
            ask(client, "/orientacion/")
            with CaptureQueriesContext(connection) as asked:
                assert ask(client, "/orientacion/").count("term-label") >= many
            costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    ("instant", "expected"),
    [(IN_2027, 1), (IN_2027 - timedelta(seconds=1), 0), (datetime(2019, 1, 1, tzinfo=UTC), None), (None, None)],
)
def test_the_day_in_lima_says_the_term(terms, instant, expected):
    assert term_of(instant, terms) == (terms[expected] if expected is not None else None)
