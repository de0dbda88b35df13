"""The report of publicity is filtered, exported, sent as a PDF and noted once, by who may."""

import csv
import io
import uuid
from datetime import date, timedelta

import time_machine
from django.urls import reverse

from institution.enums import Role
from institution.models import OutgoingMail, User
from pages.actions.publicity_reminders import remind_reports
from pages.documents.publicity_pdf import publicity_pdf, report_data
from pages.models import PublicityDecision
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.publicity import NOON, decision
from tests.pages.desk import sign_in
from tests.queries import queries_of


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
        costs.append(queries_of(head, reverse("publicidad:index")))
    assert costs[0] == costs[1]


def test_who_only_writes_sees_neither_the_log_nor_its_documents(period):
    writer = sign_in(Role.WRITING)
    for name, args in (("index", []), ("pdf", [period.pk]), ("earlier", [period.pk])):
        assert writer.get(reverse(f"publicidad:{name}", args=args)).status_code in (302, 403)
