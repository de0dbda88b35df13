"""Guidance tells everything one has to know, and is found in its list, at the same cost for many."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from institution.enums import Role
from pages.models import (
    GuidanceCost,
    GuidanceOpinion,
    GuidancePage,
    GuidanceQuestion,
    GuidanceRequirement,
    GuidanceStep,
    LegalBasis,
)
from tests.factories.guidance import published_guidance
from tests.factories.institution import DocumentFactory
from tests.headless.contract import as_published
from tests.pages.desk import sign_in
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
API = "/api/v1/guidance"


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
        return [queries_of(browser, address) for browser, address in asks]

    fill(0, 20)
    few = costs()
    fill(20, 40)
    assert costs() == few
