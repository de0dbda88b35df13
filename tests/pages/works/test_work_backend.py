"""Telling the facts of a work in the backend: each refusal stands beside its field and nothing typed is lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from institution.enums import Role
from pages.enums import WorkStage
from pages.models import PublicWorkPage, WorkReport
from tests.factories.institution import ImageFactory
from tests.factories.works import advance, draft_work, published_work
from tests.pages.desk import owned_draft, send, sign_in, told
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def test_an_advance_is_recorded_from_the_work_with_its_photo(tree):
    work, photo, client = published_work(stage=WorkStage.EXECUTION), ImageFactory(), sign_in(Role.HEAD)
    typed = {"on": "2026-10-01", "physical": "12.5", "financial": "10", "photo_1": photo.pk, "alt_1": "Zanja"}
    response = client.post(reverse("record_work_advance", args=[work.pk]), typed)
    assert "ya se ve en el portal" in told(response)
    latest = work.latest_advance
    assert (latest.physical, latest.photos.get().image) == (Decimal("12.5"), photo)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"physical": "101"}, "physical"),
        ({"physical": "5"}, "physical"),
        ({"financial": "mucho"}, "financial"),
        ({"on": "2026-10-01"}, "on"),
        ({"on": "2999-01-01"}, "on"),
        ({"on": "ayer"}, "on"),
        ({"amount": "-1"}, "amount"),
    ],
)
def test_a_refused_advance_says_where_and_keeps_what_was_typed(changes, field):
    work = published_work(stage=WorkStage.EXECUTION)
    advance(work, date(2026, 10, 1), 10, 10)
    typed = {"on": "2026-10-15", "physical": "20", "financial": "20", "note": "Se vació el muro"} | changes
    response = sign_in(Role.HEAD).post(reverse("record_work_advance", args=[work.pk]), typed)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert "Se vació el muro" in response.content.decode()
    assert work.advances.count() == 1


def test_a_photo_needs_its_words():
    work = published_work(stage=WorkStage.EXECUTION)
    typed = {"on": "2026-10-15", "physical": "20", "financial": "20", "photo_1": ImageFactory().pk}
    response = sign_in(Role.HEAD).post(reverse("record_work_advance", args=[work.pk]), typed)
    assert list(response.context["form"].errors) == ["alt_1"]


def test_a_work_offers_only_the_states_it_may_pass_to():
    work = published_work(stage=WorkStage.EXECUTION)
    response = sign_in(Role.HEAD).get(reverse("move_work", args=[work.pk]))
    assert [value for value, _label in response.context["form"].fields["to"].choices] == ["paralysed", "concluded"]
    work = published_work(stage=WorkStage.SETTLED)
    html = sign_in(Role.HEAD).get(reverse("move_work", args=[work.pk])).content.decode()
    assert "no pasa a ningún otro estado" in html


def test_paralysing_without_a_cause_is_refused_beside_the_cause():
    work = published_work(stage=WorkStage.EXECUTION)
    response = sign_in(Role.HEAD).post(reverse("move_work", args=[work.pk]), {"to": "paralysed", "on": "2026-10-01"})
    assert list(response.context["form"].errors) == ["cause"]


def test_a_correction_starts_from_what_was_recorded():
    work = published_work(stage=WorkStage.EXECUTION)
    wrong = advance(work, date(2026, 10, 1), 80, 10, note="Muro")
    client = sign_in(Role.HEAD)
    form = client.get(reverse("correct_work_advance", args=[wrong.pk])).context["form"]
    assert (form.initial["physical"], form.initial["note"]) == (80, "Muro")
    typed = {"on": "2026-10-01", "physical": "30", "financial": "10", "correction_reason": "Se tipeó mal"}
    client.post(reverse("correct_work_advance", args=[wrong.pk]), typed)
    assert work.latest_advance.physical == 30
    assert client.get(reverse("correct_work_advance", args=[wrong.pk])).status_code == 404
    assert "Corregido" in client.get(reverse("avances:index")).content.decode()


def test_publishing_asks_for_the_cui_the_modality_and_the_district():
    client = sign_in(Role.HEAD)
    work = draft_work(cui=None, modality="", district=None)
    response = send(client, work, "action-publish")
    errors = response.context["form"].errors
    assert {"cui", "modality", "district"} <= set(errors)
    assert not PublicWorkPage.objects.get(pk=work.pk).live


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"cui": "123"}, "cui"),
        ({"cui": "2400000x"}, "cui"),
        ({"contractor_ruc": "20512333798"}, "contractor_ruc"),
        ({"latitude": "-99"}, "latitude"),
        ({"viable_amount": "-5"}, "viable_amount"),
        ({"planned_start": "2026-05-01", "planned_end": "2026-04-01"}, "planned_end"),
    ],
)
def test_a_wrong_field_is_named_even_in_a_draft(typed, field):
    response = send(sign_in(Role.HEAD), draft_work(), **typed)
    assert field in response.context["form"].errors


def test_a_cui_belongs_to_one_work():
    other = published_work()
    response = send(sign_in(Role.HEAD), draft_work(), cui=other.cui)
    assert "cui" in response.context["form"].errors


@pytest.mark.parametrize(
    ("point", "warning"),
    [
        (("9.78", "77.61"), "¿quiso poner -9.78, -77.61?"),
        (("-77.61", "-9.78"), "al revés"),
        (("48.85", "2.35"), "fuera del Perú"),
        (("-9.78", ""), "Falta una de las dos"),
    ],
)
def test_coordinates_outside_peru_are_kept_and_warned_of(point, warning):
    work = draft_work()
    response = send(sign_in(Role.HEAD), work, latitude=point[0], longitude=point[1])
    assert response.status_code == 302
    assert warning in told(response)
    kept = PublicWorkPage.objects.get(pk=work.pk).get_latest_revision_as_object()
    assert kept.latitude == Decimal(point[0])


def test_a_copy_has_neither_the_cui_nor_the_facts_of_the_original():
    work = published_work(stage=WorkStage.EXECUTION)
    copy = work.copy(update_attrs={"slug": "copia"}, keep_live=False)
    assert (copy.cui, copy.stage, copy.stage_since) == (None, WorkStage.FORMULATION, None)


def test_a_report_is_settled_once_with_what_was_done():
    work = published_work()
    client = sign_in(Role.HEAD)
    client.post(f"/obras/{work.slug}/reportar/", {"problem": "Zanja", "consent": "on"})
    report = WorkReport.objects.get()
    address = reverse("reportes_obras:settle", args=[report.pk])
    assert list(client.post(address, {"state": "attended", "outcome": ""}).context["form"].errors) == ["outcome"]
    client.post(address, {"state": "attended", "outcome": "Se señalizó"})
    report.refresh_from_db()
    assert (report.state, report.outcome) == ("attended", "Se señalizó")
    assert client.post(address, {"state": "dismissed", "outcome": "Otra vez"}).context["form"].non_field_errors()


@pytest.mark.parametrize("listing", ["obras:index", "avances:index"])
def test_the_listings_cost_the_same_however_they_grow(listing):
    client, address = sign_in(Role.HEAD), reverse(listing)
    for _number in range(3):
        advance(published_work(stage=WorkStage.EXECUTION), date(2026, 10, 1), 10)
    few = queries_of(client, address)
    for _number in range(6):
        advance(published_work(stage=WorkStage.EXECUTION), date(2026, 10, 1), 10)
    assert queries_of(client, address) == few


@pytest.mark.parametrize("typed", ['"', "\x00", "%", "x" * 3000, "2400000"])
def test_no_search_breaks_the_registers_of_works(typed):
    advance(published_work(stage=WorkStage.EXECUTION), date(2026, 10, 1), 10)
    client = sign_in(Role.ADMINISTRATION)
    for listing in ("obras:index", "avances:index", "reportes_obras:index"):
        assert client.get(reverse(listing), {"q": typed}).status_code == 200


def test_an_editor_keeps_a_draft_of_a_work_and_cannot_tell_its_facts():
    client = sign_in(Role.WRITING)
    work = owned_draft(client)
    assert client.get(reverse("record_work_advance", args=[published_work().pk])).status_code in (302, 403)
    assert work.pk
