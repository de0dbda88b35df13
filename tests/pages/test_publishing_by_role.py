"""Who gets a note to the public, however the form or the address is bent."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from institution.enums import Role
from institution.models import IssuedNumber
from pages.models import NewsPage
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.pages import draft_note
from tests.pages.desk import owned_draft, send, sign_in, told


def test_an_editor_cannot_publish_alone_however_the_form_is_sent(tree):
    client = sign_in(Role.WRITING)
    note = owned_draft(client)
    send(client, note, "action-publish", title="Cambiado")
    kept = NewsPage.objects.get(pk=note.pk)
    assert (kept.live, kept.number) == (False, None)
    assert kept.get_latest_revision_as_object().title == "Cambiado"


def test_an_editor_submits_and_the_head_approves_and_the_note_is_live_with_its_number(tree):
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


def test_an_editor_cannot_approve_what_it_submitted(tree):
    writer = sign_in(Role.WRITING)
    note = owned_draft(writer)
    send(writer, note, "action-submit")
    writer.post(reverse("wagtailadmin_pages:workflow_action", args=[note.pk, "approve", TaskState.objects.get().pk]))
    assert not NewsPage.objects.get(pk=note.pk).live


def test_publishing_in_bulk_what_the_law_stops_publishes_nothing_and_names_the_note(tree):
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
def test_approving_what_the_law_stops_is_told_and_leaves_the_review_open(tree, modal):
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
