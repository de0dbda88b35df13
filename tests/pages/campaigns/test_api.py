"""The campaigns of the API, as published in its document."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from pages.models import CampaignMessage, CampaignPiece
from tests.factories.campaigns import published_campaign
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.headless.contract import as_published

pytestmark = pytest.mark.django_db
URL = "/api/v1/campaigns"
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(tree):
    with time_machine.travel(NOW, tick=False):
        yield


def slugs(client, **asked) -> list[str]:
    return [each["slug"] for each in as_published(client.get(URL, asked))["items"]]


def test_campaigns_are_asked_for_by_state_and_dates_and_come_in_the_order_asked(client):
    published_campaign(slug="corre")
    published_campaign(slug="vendra", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 9))
    published_campaign(slug="termino", starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 9))
    assert slugs(client) == ["vendra", "corre", "termino"]
    assert slugs(client, order="ends_on") == ["termino", "corre", "vendra"]
    for state, expected in {"planned": "vendra", "running": "corre", "ended": "termino"}.items():
        assert slugs(client, state=state) == [expected]
    assert slugs(client, starts_on__gte="2026-11-01", ends_on__lte="2026-11-30") == ["corre"]


def test_an_unknown_state_is_refused_with_the_ones_there_are(client):
    refusal = as_published(client.get(URL, {"state": "runing"}))
    assert refusal["parameter"] == "state"
    assert refusal["nearest"] == "running"


def test_a_whole_campaign_tells_its_pieces_with_their_licence(client):
    campaign = published_campaign(
        starts_on=date(2026, 2, 1), ends_on=date(2026, 2, 9), reach=50,
        parts={
            "key_messages": [CampaignMessage(text="Separe")],
            "pieces": [
                CampaignPiece(format="poster", title="Afiche", image=ImageFactory(), text="Un tacho"),
                CampaignPiece(format="leaflet", title="Volante", document=DocumentFactory(), licence="cc0"),
            ],
        },
    )  # fmt: skip
    whole = as_published(client.get(f"{URL}/{campaign.slug}"))
    assert whole["key_messages"] == ["Separe"]
    poster, leaflet = whole["pieces"]
    assert poster["picture"]["alt"] == "Un tacho"
    assert (leaflet["licence"], leaflet["picture"]) == ("cc0", None)
    assert whole["results"] == {
        "reach": 50, "attendance": None, "materials_given": None, "source": None, "note": None,
    }  # fmt: skip


def test_a_cursor_outlives_midnight_though_the_state_is_asked_on_a_day(client):
    for number in range(3):
        published_campaign(slug=f"c{number}")
    first = as_published(client.get(URL, {"state": "running", "limit": 2}))
    with time_machine.travel(datetime(2026, 11, 25, 15, tzinfo=UTC)):
        second = as_published(client.get(URL, {"state": "running", "limit": 2, "cursor": first["next"]}))
    assert len(first["items"]) + len(second["items"]) == 3
