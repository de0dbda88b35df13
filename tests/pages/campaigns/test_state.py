"""The state of a campaign follows from its dates, and changes everywhere at midnight in Lima."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from pages.enums.campaigns import CampaignState
from pages.models import CampaignPage
from pages.rules.campaigns import campaign_state, campaigns_in
from tests.factories.campaigns import PLAN, published_campaign

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
FIRST, LAST = PLAN["starts_on"], PLAN["ends_on"]
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (FIRST - DAY, CampaignState.PLANNED),
        (FIRST, CampaignState.RUNNING),
        (LAST, CampaignState.RUNNING),
        (LAST + DAY, CampaignState.ENDED),
    ],
)
def test_the_state_follows_from_the_dates_in_the_rule_and_in_the_database(on, expected):
    assert campaign_state(starts_on=FIRST, ends_on=LAST, on=on) == expected
    campaign = published_campaign()
    assert campaign.standing(on=on) == expected
    for state in CampaignState.values:
        assert CampaignPage.objects.filter(campaigns_in(state, on=on)).exists() == (state == expected)


@pytest.mark.parametrize(
    ("instant", "word"),
    [
        ("2026-11-03T04:59:59Z", "Planificada"),
        ("2026-11-03T05:00:00Z", "En curso"),
        ("2026-11-29T04:59:59Z", "En curso"),
        ("2026-11-29T05:00:00Z", "Finalizada"),
    ],
)
def test_the_page_the_list_and_the_api_change_state_at_midnight_in_lima(client, instant, word):
    campaign = published_campaign()
    with time_machine.travel(datetime.fromisoformat(instant), tick=False):
        assert word in client.get(campaign.url).content.decode()
        assert word in client.get("/campanas/").content.decode()
        told = client.get(f"/api/v1/campaigns/{campaign.slug}").json()
    assert CampaignState(told["state"]).label == word


def test_no_cache_keeps_an_answer_of_the_api_past_midnight_in_lima(client):
    published_campaign()
    with time_machine.travel(datetime(2026, 11, 4, 4, 59, 50, tzinfo=UTC), tick=False):
        assert client.get("/api/v1/campaigns")["Cache-Control"] == "public, max-age=10, stale-while-revalidate=0"
