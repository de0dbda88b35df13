"""The page of a campaign tells its plan and its results, and gathers what is its own."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pages.models import CampaignPage
from pages.reading.campaigns import campaign_context
from tests.factories.pages import published_note

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
DURING = datetime(2026, 11, 24, 15, tzinfo=UTC)
AFTER = datetime(2026, 12, 15, 15, tzinfo=UTC)
DAY = timedelta(days=1)


def test_the_page_tells_its_plan_its_pieces_its_spread_and_its_results(client, full):
    with time_machine.travel(AFTER):
        page = client.get(full.url).content.decode()
    for expected in (
        "Que cada vivienda separe", "Familias de la zona urbana", "Hervida es vida", "Hierva el agua cinco minutos",
        "tres avisos diarios", "Centro de salud de ejemplo", "Una olla que hierve", "https://video.example.test/v",
        "CC BY 4.0", "1,850", "1,200", "Perifoneo", "Se cumplió lo previsto", "Padrón de asistentes",
    ):  # fmt: skip
        assert expected in page, expected


def test_its_files_can_be_taken_away_while_it_is_public(client, full):
    document = full.pieces.get(format="audio").document
    assert client.get(document.url).status_code == 200
    full.unpublish()
    assert client.get(document.url).status_code == 404


def test_the_page_gathers_by_itself_what_is_public_and_nothing_else(client, full):
    published_note(title="De otra cosa")
    published_note(title="Bajo embargo", campaign=full, embargo_until=AFTER + 30 * DAY)
    with time_machine.travel(AFTER):
        page = client.get(full.url).content.decode()
    assert all(f"Lo de {name}" in page for name in ("NewsPage", "EventPage", "MaterialPage"))
    assert "De otra cosa" not in page
    assert "Bajo embargo" not in page


def test_results_are_not_shown_before_the_campaign_ends(client, full):
    with time_machine.travel(DURING):
        page = client.get(full.url).content.decode()
        told = client.get(f"/api/v1/campaigns/{full.slug}").json()
    assert "Se cumplió lo previsto" not in page
    assert told["results"] is None


def test_a_new_campaign_is_previewed_before_it_is_ever_saved():
    published_note(title="De nadie")
    context = campaign_context(CampaignPage(title="Nueva", summary="Bajada"), at=DURING)
    assert context["state"] is None
    assert context["news"].pieces == list(context["entries"]) == []
