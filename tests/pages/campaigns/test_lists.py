"""Campaigns are listed by what runs, in the portal, at home and in the backend, at the same cost for many."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from institution.enums import Role
from pages.models import CampaignIndexPage, CampaignPage, DiffusionEntry
from tests.factories.campaigns import PLAN, draft_campaign, published_campaign
from tests.pages.desk import sign_in
from tests.queries import queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
FIRST = PLAN["starts_on"]
DURING = datetime(2026, 11, 24, 15, tzinfo=UTC)


def test_the_list_puts_what_runs_first_then_what_comes_then_what_ended(client):
    ended = published_campaign(title="Terminó", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 2))
    planned = published_campaign(title="Vendrá", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 2))
    running = published_campaign(title="Corre")
    with time_machine.travel(DURING):
        listed = client.get("/campanas/").context["listing"].page.object_list
        assert [each.pk for each in listed] == [running.pk, planned.pk, ended.pk]
        for state, expected in {"planned": planned, "running": running, "ended": ended}.items():
            found = client.get(f"/campanas/?estado={state}").context["listing"].page.object_list
            assert [each.pk for each in found] == [expected.pk]
        hostile = client.get("/campanas/?estado=%22&anio=99999&tema=x&pagina=zz")
    assert hostile.status_code == 200


def test_the_home_page_shows_the_campaigns_that_run_the_soonest_to_end_first(client):
    published_campaign(title="Terminó", ends_on=date(2026, 11, 10))
    published_campaign(title="Corre largo", ends_on=date(2026, 12, 30))
    published_campaign(title="Corre corto")
    with time_machine.travel(DURING):
        page = client.get("/").content.decode()
    assert page.index("Corre corto") < page.index("Corre largo")
    assert "Terminó" not in page
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=UTC)):
        assert "Campañas en curso" not in client.get("/").content.decode()


def test_the_backend_lists_campaigns_by_their_state(client):
    published_campaign(title="Terminó", ends_on=date(2020, 1, 2), starts_on=date(2020, 1, 1))
    published_campaign(title="Vendrá", starts_on=date(2099, 1, 1), ends_on=date(2099, 1, 2))
    draft_campaign(title="Sin fechas", starts_on=None, ends_on=None)
    desk = sign_in(Role.WRITING)
    assert desk.get(reverse("campanas:index")).content.decode().count("Sin fechas") > 0
    found = desk.get(reverse("campanas:index"), {"standing": "ended"}).context["object_list"]
    assert [each.title for each in found] == ["Terminó"]


def test_pages_and_lists_cost_the_same_queries_with_few_campaigns_and_with_many(client, full):
    index = CampaignIndexPage.objects.get()
    addresses = ["/", "/campanas/", full.url, "/api/v1/campaigns?limit=20", f"/api/v1/campaigns/{full.slug}"]

    def fill(start: int, number: int) -> None:
        for each in range(start, start + number):
            row = CampaignPage(title=f"C{each}", slug=f"c-{each}", summary="B", live=True, published_at=DURING, **PLAN)
            index.add_child(instance=row)
            index.refresh_from_db()
        entries = [DiffusionEntry(page=full, channel="radio", carried_on=FIRST) for _ in range(number)]
        DiffusionEntry.objects.bulk_create(entries)

    def costs() -> list[int]:
        return [queries_of(client, address) for address in addresses]

    with time_machine.travel(DURING):
        fill(0, 20)
        few = costs()
        fill(20, 60)
        assert costs() == few
