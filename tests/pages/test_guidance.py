"""Guidance: complete before people rely on it, found in its list, mended by what unknown readers say."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from headless.models import Change
from institution.enums import Role
from pages.actions.guidance_opinions import erase_comments
from pages.actions.publication import PublicationRefused
from pages.models import (
    GuidanceCost,
    GuidanceOpinion,
    GuidancePage,
    GuidanceQuestion,
    GuidanceRequirement,
    GuidanceStep,
    LegalBasis,
    Review,
)
from pages.rules.guidance import overdue
from tests.factories.guidance import draft_guidance, published_guidance
from tests.factories.institution import DocumentFactory
from tests.headless.contract import as_published
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
API = "/api/v1/guidance"


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


# Before it is published


@pytest.mark.parametrize(
    ("fields", "parts", "named"),
    [
        ({}, {"steps": []}, "steps"),
        ({}, {"channels": []}, "channels"),
        ({}, {"costs": []}, "is_free"),
        ({"time_days": None}, {}, "time_days"),
        ({"who_may": ""}, {}, "who_may"),
    ],
)
def test_what_it_lacks_is_named_when_it_is_published_never_when_it_is_drafted(fields, parts, named):
    page = draft_guidance(parts=parts)
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(PublicationRefused) as refused:
        page.save_revision().publish()
    assert set(refused.value.message_dict) == {named}


def test_what_is_free_has_no_amounts_and_automatic_approval_needs_no_days():
    page = draft_guidance(is_free=True)
    page.silence, page.time_days = "automatic", None
    page.save_revision().publish()
    page.costs = [GuidanceCost(concept="Tasa", amount="1")]
    with pytest.raises(PublicationRefused, match="gratuito"):
        page.save_revision().publish()


def test_the_database_refuses_a_negative_amount():
    page = draft_guidance()
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidanceCost.objects.create(page=page, concept="Tasa", amount="-1")


# When it is read again


def reviewed(page: GuidancePage, *, on: date, again: date) -> None:
    Review.objects.filter(page=page.pk).update(reviewed_on=on, review_on=again)


def test_its_first_publication_counts_as_its_first_review_and_the_next_ones_do_not():
    with time_machine.travel(NOW):
        page = published_guidance()
    with time_machine.travel(NOW + timedelta(days=40)):
        page.save_revision().publish()
    review = Review.objects.get(page=page.pk)
    assert (review.reviewed_on, review.review_on) == (date(2026, 11, 24), date(2027, 11, 24))
    assert review.unit == page.unit


@pytest.mark.parametrize(("on", "late"), [(date(2027, 5, 1), False), (date(2027, 5, 2), True)])
def test_a_review_is_overdue_from_the_day_after_the_one_it_was_due(client, on, late):
    assert overdue(review_on=date(2027, 5, 1), on=on) is late
    page = published_guidance()
    reviewed(page, on=date(2026, 11, 1), again=date(2027, 5, 1))
    with time_machine.travel(datetime(on.year, on.month, on.day, 17, tzinfo=UTC)):
        assert ("debía revisarse" in client.get(page.url).content.decode()) is late


def test_the_register_is_what_readers_the_office_and_integrators_see(client):
    page = published_guidance()
    reviewed(page, on=date(2025, 5, 3), again=date(2026, 5, 3))
    desk, listing = sign_in(Role.HEAD), reverse("orientacion:index")
    assert "3 de mayo de 2025" in client.get(page.url).content.decode()
    assert "Vencida" in desk.get(listing, {"overdue": "true", "ordering": "review_on"}).content.decode()
    told = as_published(client.get(API, {"review_on__lte": "2026-05-03", "order": "-review_on"}))["items"]
    assert [(each["reviewed_on"], each["review_on"]) for each in told] == [("2025-05-03", "2026-05-03")]


def test_a_review_in_the_register_is_told_at_once_in_the_feed_of_changes(client):
    page = published_guidance()
    reviewed(page, on=date(2025, 5, 3), again=date(2026, 5, 3))
    before, desk = Change.objects.count(), sign_in(Role.HEAD)
    desk.post(reverse("revisiones:done", args=[Review.objects.get(page=page.pk).pk]))
    desk.post(reverse("revisiones:plan", args=[page.pk]), {"review_on": "2099-01-01", "every_months": 6})
    assert as_published(client.get(f"{API}/{page.slug}"))["review_on"] == "2099-01-01"
    assert [change.key for change in Change.objects.order_by("pk")[before:]] == [page.pk, page.pk]


# Its page


def test_the_page_tells_everything_one_has_to_know(client):
    document = DocumentFactory(title="Formato único")
    page = published_guidance(
        title="Licencia de funcionamiento",
        parts={
            "steps": [GuidanceStep(title="Pida la inspección", condition="Solo si su riesgo es alto")],
            "requirements": [GuidanceRequirement(text="Declaración jurada", document=document)],
            "questions": [GuidanceQuestion(question="¿Puedo abrir antes?", answer="No.")],
            "legal_bases": [LegalBasis(norm="Ley 28976", articles="art. 7")],
            "costs": [
                GuidanceCost(concept="Riesgo bajo", amount="1045.50"),
                GuidanceCost(concept="Alto", amount="300"),
            ],
        },
    )
    told = client.get(page.url).content.decode()
    for expected in (
        "Toda persona natural", "Solo si su riesgo es alto", "Formato único", "¿Puedo abrir antes?", "Ley 28976",
        "S/ 1,045.50", "S/ 300.00", "15 días hábiles", "Silencio positivo", "Mesa de partes",
        '"FAQPage"', '"HowTo"', '"GovernmentService"',
    ):  # fmt: skip
        assert expected in told, expected
    assert client.get(document.url).status_code == 200
    whole = as_published(client.get(f"{API}/{page.slug}"))
    assert whole["costs"][0] == {"concept": "Riesgo bajo", "amount": "1045.50"}
    assert whole["steps"][0]["condition"] == "Solo si su riesgo es alto"


# Its list


def test_the_list_goes_from_a_to_z_and_is_searched_without_accents_and_filtered_by_situation_and_letter(client):
    for title, situation in (
        ("Árbol que se poda", "barrio"), ("Boda civil", "familia"), ("Anuncios", "negocio"), ("Ñandú", "barrio"),
        ("Nota", "otro"), ("Obra", "otro"),
    ):  # fmt: skip
        published_guidance(title=title, situation=situation)

    def listed(asked: str) -> list[str]:
        return [each.title for each in client.get(f"/orientacion/?{asked}").context["listing"].page.object_list]

    assert listed("q=arbol poda") == ["Árbol que se poda"]
    assert listed("") == ["Anuncios", "Árbol que se poda", "Boda civil", "Nota", "Ñandú", "Obra"]
    assert (listed("letra=A"), listed("letra=N")) == (["Anuncios", "Árbol que se poda"], ["Nota"])
    letters = client.get("/orientacion/").context["listing"].choices["letra"]
    assert [(each.value, each.count) for each in letters] == [("A", 2), ("B", 1), ("N", 1), ("Ñ", 1), ("O", 1)]
    assert listed("situacion=familia") == ["Boda civil"]
    assert listed("q=zzz") == []
    assert len(listed("letra=%22&situacion=x&tema=y")) == 6
    found = as_published(client.get(API, {"situation": "barrio"}))["items"]
    assert [each["title"] for each in found] == ["Árbol que se poda", "Ñandú"]


def test_the_api_goes_from_a_to_z_page_by_page(client):
    titles = ["Anuncios", "Árbol", "Nota", "Ñandú", "Obra"]
    for title in reversed(titles):
        published_guidance(title=title)
    told, cursor = [], {}
    while cursor is not None:
        answer = as_published(client.get(API, {"limit": 2} | cursor))
        told += [each["title"] for each in answer["items"]]
        cursor = {"cursor": answer["next"]} if answer["next"] else None
    assert told == titles


# What readers say


def say(client, page, **filled):
    return client.post(reverse("guidance_opinion", args=[page.slug]), {"helpful": "si", "comment": ""} | filled)


def test_an_opinion_is_kept_without_anything_that_tells_who_gave_it(client):
    page = published_guidance()
    response = say(client, page, helpful="no", comment="Faltó el horario")
    assert response.status_code == 302
    assert not response.cookies
    assert "Gracias" in client.get(response["Location"]).content.decode()
    kept = GuidanceOpinion.objects.get()
    assert (kept.helpful, kept.comment) == (False, "Faltó el horario")
    assert {field.name for field in GuidanceOpinion._meta.fields} == {"id", "page", "helpful", "comment", "given_on"}
    assert not client.get(page.url).cookies


@pytest.mark.parametrize("filled", [{"helpful": ""}, {"helpful": "quizá"}, {"comment": "x" * 501}])
def test_an_opinion_that_cannot_be_kept_is_told_so_with_what_was_typed(client, filled):
    response = say(client, published_guidance(), **{"comment": "Mi comentario"} | filled)
    assert response.status_code == 422
    assert (filled.get("comment") or "Mi comentario") in response.content.decode()
    assert not GuidanceOpinion.objects.exists()


def test_opinions_are_limited_by_address_robots_are_ignored_and_drafts_take_none(client):
    page = published_guidance()
    say(client, page, website="https://spam.example.test/")
    assert not GuidanceOpinion.objects.exists()
    statuses = [say(client, page).status_code for _ in range(11)]
    assert statuses == [302] * 10 + [422]
    assert say(client, draft_guidance()).status_code == 404
    assert client.get(reverse("guidance_opinion", args=[page.slug])).status_code == 405


def test_comments_are_erased_after_180_days_and_the_answer_stays(client):
    page = published_guidance()
    for days, comment in ((181, "viejo"), (180, "reciente")):
        day = (NOW - timedelta(days=days)).date()
        GuidanceOpinion.objects.create(page=page, helpful=True, comment=comment, given_on=day)
    assert erase_comments(NOW) == 1
    assert sorted(GuidanceOpinion.objects.values_list("comment", flat=True)) == ["", "reciente"]


def test_the_office_reads_the_share_of_each_page_and_exports_the_comments():
    page = published_guidance(title="Partida de nacimiento")
    today = timezone.localdate()
    for helpful in (True, True, True, False):
        GuidanceOpinion.objects.create(page=page, helpful=helpful, comment="=1+1", given_on=today)
    desk = sign_in(Role.WRITING)
    assert "3 sí · 1 no (75 %)" in desk.get(reverse("orientacion:index")).content.decode()
    assert len(desk.get(reverse("opiniones:index"), {"helpful": "false"}).context["object_list"]) == 1
    rows = desk.get(reverse("opiniones:index"), {"export": "csv"}).getvalue().decode()
    assert "Partida de nacimiento,Sí,'=1+1" in rows


def test_pages_and_lists_cost_the_same_queries_with_few_and_with_many(client):
    page = published_guidance()
    head = sign_in(Role.HEAD)
    index = page.get_parent().specific
    asks = [(client, "/orientacion/"), (client, page.url), (client, f"{API}?limit=20"),
            (head, reverse("opiniones:index"))]  # fmt: skip

    def fill(start: int, number: int) -> None:
        for each in range(start, start + number):
            index.refresh_from_db()
            index.add_child(instance=GuidancePage(title=f"G{each}", slug=f"g-{each}", summary="B", live=True))
        rows = [GuidanceOpinion(page=page, helpful=True, given_on=NOW.date()) for _ in range(number)]
        GuidanceOpinion.objects.bulk_create(rows)

    def costs() -> list[int]:
        found = []
        for browser, address in asks:
            browser.get(address)
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(address).status_code == 200
            found.append(len(captured))
        return found

    fill(0, 20)
    few = costs()
    fill(20, 40)
    assert costs() == few
