"""The backend's own screens: citizens' messages, imports, links lent to journalists."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.enums import ImportVerdict
from pages.models import ContactMessage, ImportRow, ImportRun, PreviewLink
from tests.factories.pages import draft_note, published_note
from tests.pages.desk import sign_in

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_a_message_is_marked_as_answered_once_and_only_by_post(tree):
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


def test_an_import_shows_what_became_of_each_file(tree):
    run = ImportRun.objects.create(folder="notas", started_at=NOW)
    ImportRow.objects.create(run=run, path="buena.docx", verdict=ImportVerdict.IMPORTED, page=draft_note())
    ImportRow.objects.create(run=run, path="rota.docx", verdict=ImportVerdict.REFUSED, message="Está dañada.")
    client = sign_in(Role.WRITING)
    address = reverse("importaciones:inspect", args=[run.pk])
    page = client.get(address).content.decode()
    assert all(shown in page for shown in ("buena.docx", "Importada", "rota.docx", "No se pudo leer", "Está dañada."))
    refused = client.get(address, {"verdict": "refused", "q": '"'}).content.decode()
    assert "buena.docx" not in refused


def test_the_head_lends_an_embargoed_note_and_the_address_is_shown_once(tree, client):
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


def test_a_link_is_revoked_after_asking(tree, client):
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
def test_lending_refuses_what_makes_no_sense(tree, hours, recipient):
    note = published_note(embargo_until=timezone.now() + timedelta(days=1))
    answer = sign_in(Role.HEAD).post(reverse("lend_note", args=[note.pk]), {"recipient": recipient, "hours": hours})
    assert answer.status_code == 200
    assert not PreviewLink.objects.exists()


def test_a_draft_cannot_be_lent_and_it_is_told_why(tree):
    answer = sign_in(Role.HEAD).post(reverse("lend_note", args=[draft_note().pk]), {"recipient": "Radio", "hours": 2})
    assert "Publique la nota con embargo" in answer.content.decode()
    assert not PreviewLink.objects.exists()
