"""Publicity during an election: what is asked, whom it may not name, the log, the report and what was there before."""

import csv
import io
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from institution.enums import Role
from institution.models import OutgoingMail, TermOfGovernment, User
from pages.actions.publication import PublicationRefused
from pages.actions.publicity_reminders import remind_reports
from pages.documents.publicity_pdf import publicity_pdf, report_data
from pages.enums import PublicityOutcome
from pages.models import AuthoritiesPage, Authority, NewsPage, PublicityDecision, Withdrawal
from pages.models.piece import piece_models
from pages.rules.officials import Official, officials_named
from tests.factories.institution import ImageFactory, RestrictionPeriodFactory
from tests.factories.pages import draft_piece, published_piece
from tests.pages.desk import send, sign_in

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
DUE = date(2026, 12, 1)
FOUNDED = {
    "is_publicity": True,
    "publicity_ground": "public_utility",
    "publicity_justification": "La vacuna se pone hasta fin de mes.",
    "publicity_medium": "other",
    "publicity_report_due_on": DUE,
}
MAYOR = Official("Ing. Ana María Quispe Ramos", "Alcaldesa provincial")


@pytest.fixture
def period(tree):
    return RestrictionPeriodFactory(name="Elecciones de prueba", starts_on=date(2026, 1, 8))


@pytest.fixture
def mayor(tree):
    """Somebody who governs, in the page of authorities."""
    page = AuthoritiesPage(title="Autoridades", slug="autoridades")
    page.authorities.set([Authority(name=MAYOR.name, position=MAYOR.position, photo=ImageFactory())])
    tree.home.add_child(instance=page)
    return Authority.objects.get()


def attempt(piece) -> dict[str, str]:
    """Publish; what stood in the way, by field."""
    try:
        piece.save_revision().publish()
    except PublicationRefused as refusal:
        return {name: " ".join(messages) for name, messages in refusal.message_dict.items()}
    return {}


# Naming officials


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La obra que entregó Ana Quispe a todos", ["Ana Quispe"]),
        ("gracias a ANA MARÍA QUISPE RAMOS.", ["ANA MARÍA QUISPE RAMOS"]),
        ("la señora Quispe Ramos", ["Quispe Ramos"]),
        ("María Quispe saludó", ["María Quispe"]),
        ("La alcaldesa provincial invita", ["alcaldesa provincial"]),
        ("El Alcalde y los regidores", ["Alcalde", "regidores"]),
        ("Vecina Ana María Flores", []),
        ("El señor Quispe y la señora Ramos", []),
        ("Ana y después Quispe", []),
        ("La alcaldía atiende de 8 a 17", []),
        ("", []),
    ],
)
def test_a_person_is_named_by_two_of_their_names_and_a_post_by_its_word(text, found):
    assert officials_named(text, [MAYOR]) == found


def test_short_names_are_found_whole_and_joining_words_do_not_matter():
    assert officials_named("con Rosa de la Cruz", [Official("Rosa Cruz")]) == ["Rosa de la Cruz"]
    assert officials_named("con Rosa", [Official("Rosa Cruz"), Official("")]) == []


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=3))
def test_whatever_is_found_is_in_the_text(text, names):
    assert all(found in text for found in officials_named(text, [Official(name, name) for name in names]))


# What is asked, of every type


@pytest.mark.parametrize("model", piece_models())
def test_while_restricted_publicity_of_any_type_is_founded_or_refused_and_service_passes(period, model):
    bare = draft_piece(model, is_publicity=True)
    assert {"publicity_ground", "publicity_justification", "publicity_medium"} <= attempt(bare).keys()
    for passes in (FOUNDED, {"title": "La alcaldesa explica el trámite"}):
        found = attempt(draft_piece(model, **passes))
        assert [name for name in found if name.startswith("publicity")] == [], "a type may ask more, not of this"


def test_what_names_an_official_is_blocked_with_the_words_and_the_place(period, mayor):
    quote = {"text": "Vengan", "speaker": "Ana Quispe", "position": "Alcaldesa"}
    body = [{"type": "text", "value": "<p>Hola.</p>"}, {"type": "quote", "value": quote}]
    named = attempt(draft_piece(NewsPage, summary="Con ana quispe, avanzamos", body=body, **FOUNDED))
    message = named["publicity_shows_official"]
    assert "«ana quispe» (bajada)" in message
    assert "«Ana Quispe» (cuerpo, bloque 2 (Cita))" in message
    assert "casilla" not in message
    assert (
        "casilla"
        in attempt(draft_piece(NewsPage, **FOUNDED, publicity_shows_official=True))["publicity_shows_official"]
    )


@pytest.mark.parametrize("how", ["tag", "portrait", "caption"])
def test_what_shows_an_official_is_blocked(period, mayor, how):
    photo = mayor.photo if how == "portrait" else ImageFactory(title="Feria")
    if how == "tag":
        photo.tags.add("Ana Quispe")
    caption = "Ana Quispe en la feria" if how == "caption" else ""
    piece = draft_piece(NewsPage, lead_photo=photo, lead_photo_alt="Feria", lead_photo_caption=caption, **FOUNDED)
    assert attempt(piece).keys() == {"publicity_shows_official"}


def test_somebody_who_no_longer_governs_may_be_named(period, mayor):
    over = TermOfGovernment.objects.create(name="Antes", starts_on=date(2019, 1, 1), ends_on=date(2022, 12, 31))
    AuthoritiesPage.objects.update(term=over)
    assert attempt(draft_piece(NewsPage, summary="Ana Quispe dio una charla", **FOUNDED)) == {}


def test_outside_a_period_nothing_is_asked_nor_logged(tree, mayor):
    assert attempt(draft_piece(NewsPage, title="Ana Quispe invita", is_publicity=True)) == {}
    assert not PublicityDecision.objects.exists()


# The log


def test_every_attempt_is_logged_with_what_was_declared(period):
    piece = draft_piece(NewsPage, is_publicity=True)
    attempt(piece)
    for name, value in FOUNDED.items():
        setattr(piece, name, value)
    attempt(piece)
    allowed, refused = PublicityDecision.objects.all()
    assert (refused.outcome, allowed.outcome) == (PublicityOutcome.REFUSED, PublicityOutcome.ALLOWED)
    assert "causal" in refused.told_reasons
    assert (allowed.justification, allowed.report_due_on, allowed.page_id) == (
        FOUNDED["publicity_justification"], DUE, piece.pk,
    )  # fmt: skip
    assert allowed.revision is not None
    assert allowed.address.endswith(piece.url)
    piece.delete()
    assert PublicityDecision.objects.filter(page=None).count() == 2


def test_two_periods_at_once_each_have_their_log(period):
    other = RestrictionPeriodFactory(name="Otra elección", starts_on=date(2026, 2, 1))
    attempt(draft_piece(NewsPage, **FOUNDED))
    assert {each.period for each in PublicityDecision.objects.all()} == {period, other}


def test_a_scheduled_piece_that_is_refused_at_its_hour_is_logged(tree):
    with time_machine.travel(NOON, tick=False):
        piece = draft_piece(NewsPage, is_publicity=True, go_live_at=NOON + timedelta(hours=1))
        piece.save_revision().publish()
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    with time_machine.travel(NOON + timedelta(hours=2), tick=False):
        call_command("publish_scheduled")
    assert PublicityDecision.objects.get().outcome == PublicityOutcome.REFUSED


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_in_bulk_is_logged_though_all_of_it_is_undone():
    RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    piece = draft_piece(NewsPage, is_publicity=True)
    head = sign_in(Role.HEAD)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={piece.pk}"
    head.post(address)
    assert PublicityDecision.objects.get().outcome == PublicityOutcome.REFUSED


def test_what_the_form_refuses_is_logged_once_with_who_tried(period):
    piece = draft_piece(NewsPage)
    head = sign_in(Role.HEAD)
    send(head, piece, "action-publish", is_publicity="on")
    decision = PublicityDecision.objects.get()
    assert (decision.outcome, decision.decided_by) == (PublicityOutcome.REFUSED, User.objects.get())
    send(head, piece, None, is_publicity="on")
    assert PublicityDecision.objects.count() == 1


def test_the_database_refuses_a_decision_without_foundation(period):
    row = {"attempt": uuid.uuid4(), "period": period, "title": "P", "decided_at": NOON}
    wrong = [
        {"outcome": "allowed"},
        {"outcome": "quizá"},
        {"outcome": "refused", "reported_on": DUE, "report_document": "Oficio"},
    ]
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicityDecision.objects.create(**row, **fields)


# The report


def decision(period, number: int = 0, **fields) -> PublicityDecision:
    """A publication that was allowed, unless told otherwise, not yet kept."""
    told_of_it = {
        "title": f"Pieza {number}",
        "address": f"https://ejemplo.test/{number}/",
        "decided_at": NOON,
        "outcome": PublicityOutcome.ALLOWED,
        "ground": "necessity",
        "medium": "other",
        "justification": "=SUM(1)",
        "report_due_on": DUE,
    }
    return PublicityDecision(attempt=uuid.uuid4(), period=period, **told_of_it | fields)


def test_the_report_is_filtered_by_period_and_exported_harmless(period):
    other = RestrictionPeriodFactory(name="Otra", starts_on=date(2020, 1, 1), ends_on=date(2020, 2, 1))
    PublicityDecision.objects.bulk_create([decision(period, 1), decision(other, 2)])
    head = sign_in(Role.HEAD)
    index = reverse("publicidad:index")
    page = head.get(index, {"period": period.pk}).content.decode()
    assert "Pieza 1" in page
    assert "Pieza 2" not in page
    rows = list(csv.reader(io.StringIO(head.get(index, {"period": period.pk, "export": "csv"}).getvalue().decode())))
    assert len(rows) == 2
    assert "'=SUM(1)" in rows[1]
    assert head.get(index, {"export": "xlsx"}).status_code == 200
    for hostile in ({"period": "x"}, {"period": "9" * 30}, {"q": '"'}, {"outcome": "'"}, {"decided_at_from": "ayer"}):
        assert head.get(index, hostile).status_code == 200


def test_the_pdf_is_ready_to_send_with_each_piece_once(period, tmp_path):
    PublicityDecision.objects.bulk_create(
        [decision(period, 1), decision(period, 1, decided_at=NOON + timedelta(hours=1), justification="La última."),
         decision(period, 2, medium="radio_tv", authorisation="Res. 9-2026", report_due_on=None),
         PublicityDecision(attempt=uuid.uuid4(), period=period, title="No", decided_at=NOON, outcome="refused",
                           reasons=["Falta"])]
    )  # fmt: skip
    data = report_data(period, tmp_path, NOON)
    assert (data["institution"], data["period"]) == ("Municipalidad Provincial de Aija", "Elecciones de prueba")
    assert [(row["address"], row["justification"], row["backing"]) for row in data["rows"]] == [
        ("https://ejemplo.test/1/", "La última.", "A reportar hasta el 01/12/2026"),
        ("https://ejemplo.test/2/", "=SUM(1)", "Res. 9-2026"),
    ]
    assert {tuple(total) for total in data["totals"]} >= {("Piezas publicadas", "2"), ("Intentos rechazados", "1")}
    head = sign_in(Role.HEAD)
    assert head.get(reverse("publicidad:pdf", args=[period.pk]))["Content-Type"] == "application/pdf"
    empty = RestrictionPeriodFactory(name="Vacío", starts_on=date(2030, 1, 1))
    assert publicity_pdf(empty, at=NOON).startswith(b"%PDF")


def test_a_report_is_noted_once_with_its_document_and_who_may(period):
    decision(period).save()
    row = PublicityDecision.objects.get()
    address = reverse("publicidad:report", args=[row.pk])
    good = {"reported_on": "2026-11-20", "document": "Oficio 12-2026"}
    assert sign_in(Role.WRITING).post(address, good).status_code in (302, 403)
    head = sign_in(Role.HEAD)
    for bad in ({}, good | {"document": " "}, good | {"reported_on": "mañana"}, good | {"reported_on": "2199-01-01"},
                good | {"reported_on": "0001-01-01"}, good | {"document": "x" * 151}):  # fmt: skip
        assert head.post(address, bad).status_code == 200, bad
    row.refresh_from_db()
    assert row.reported_on is None
    with time_machine.travel(NOON):
        head.post(address, good)
        assert "ya figura como reportada" in head.post(address, good).content.decode()
    row.refresh_from_db()
    assert (row.reported_on, row.report_document) == (date(2026, 11, 20), "Oficio 12-2026")


def test_the_head_is_reminded_once_three_days_before(period):
    sign_in(Role.HEAD)
    User.objects.update(email="jefa@example.test")
    decision(period).save()
    assert [remind_reports(NOON + timedelta(days=days)) for days in (3, 4, 5, 9)] == [0, 1, 0, 0]
    mail = OutgoingMail.objects.get()
    assert mail.recipient == "jefa@example.test"
    assert "Pieza 0" in mail.email.message


def test_the_log_costs_the_same_with_few_and_with_many(period):
    head, costs = sign_in(Role.HEAD), []
    for many in (20, 480):
        PublicityDecision.objects.bulk_create([decision(period, n) for n in range(many)])
        head.get(reverse("publicidad:index"))
        with CaptureQueriesContext(connection) as asked:
            head.get(reverse("publicidad:index"))
        costs.append(len(asked))
    assert costs[0] == costs[1]


# What was there before


def test_publicity_found_by_the_period_is_listed_and_withdrawn_together(tree, client):
    old = [published_piece(NewsPage, is_publicity=True), published_piece(NewsPage, is_publicity=True)]
    service = published_piece(NewsPage)
    period = RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    founded = published_piece(NewsPage, **FOUNDED)
    head = sign_in(Role.HEAD)
    address = reverse("publicidad:earlier", args=[period.pk])
    page = head.get(address).content.decode()
    assert [f'value="{piece.pk}"' in page for piece in (*old, service, founded)] == [True, True, False, False]
    head.post(address, {"page": ["x", "9" * 30, service.pk]})
    assert not Withdrawal.objects.exists()
    head.post(address, {"page": [piece.pk for piece in old]})
    assert [client.get(piece.url).status_code for piece in (*old, service, founded)] == [410, 410, 200, 200]
    assert set(Withdrawal.objects.values_list("reason", flat=True)) == {"restriction"}


def test_who_only_writes_sees_neither_the_log_nor_its_documents(period):
    writer = sign_in(Role.WRITING)
    for name, args in (("index", []), ("pdf", [period.pk]), ("earlier", [period.pk])):
        assert writer.get(reverse(f"publicidad:{name}", args=args)).status_code in (302, 403)
