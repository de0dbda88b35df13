"""Alerts: told everywhere between two instants, to the second, and never after."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from institution.enums import Role
from pages.enums.alerts import AlertSeverity
from pages.models import Alert
from tests.factories.institution import DistrictFactory
from tests.headless.contract import as_published
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 24, 15, tzinfo=UTC)
END = START + timedelta(hours=6)
SECOND = timedelta(seconds=1)
API = "/api/v1/alerts"
TELLERS = ["/", "/buscar/?q=agua", "/no-existe/", "/feeds/alertas.rss", "/feeds/alertas.json", API]


@pytest.fixture(autouse=True)
def _the_portal_exists(tree):
    """Every test reads a portal that has its home and its lists."""


def alert(**fields) -> Alert:
    values = {"title": "Lluvias intensas", "text": "No cruce quebradas.", "source": "Defensa Civil de ejemplo"}
    return Alert.objects.create(**values | {"starts_at": START, "ends_at": END} | fields)


def titles(client, **asked) -> list[str]:
    return [each["title"] for each in as_published(client.get(API, asked))["items"]]


@pytest.mark.parametrize(
    ("instant", "told"),
    [(START - SECOND, False), (START, True), (END - SECOND, True), (END, False), (END + SECOND, False)],
)
def test_every_teller_starts_and_stops_at_the_second(client, instant, told):
    alert()
    with time_machine.travel(instant, tick=False):
        said = {address: "Lluvias intensas" in client.get(address).content.decode() for address in TELLERS}
    assert said == dict.fromkeys(TELLERS, told)


@pytest.mark.parametrize(
    ("instant", "seconds"), [(START - 7 * SECOND, 7), (START, 60), (END - 9 * SECOND, 9), (END, 60)]
)
def test_no_cache_keeps_the_feeds_or_the_api_past_the_next_start_or_end(client, instant, seconds):
    alert()
    with time_machine.travel(instant, tick=False):
        for address in ("/feeds/alertas.rss", "/feeds/alertas.json", API):
            assert f"max-age={seconds}," in client.get(address)["Cache-Control"], address


def test_pages_are_asked_for_anew_and_one_that_may_be_kept_is_kept_no_longer_than_its_alerts_hold(client, settings):
    from django.http import HttpResponse

    from pages.alert_freshness import bound

    assert client.get("/")["Cache-Control"] == "no-cache"
    alert()
    kept = HttpResponse(headers={"Cache-Control": "public, max-age=3600, s-maxage=90, stale-while-revalidate=5"})
    bound(kept, at=END - 30 * SECOND)
    assert kept["Cache-Control"] == "public, max-age=30, s-maxage=30, stale-while-revalidate=5"
    bound(kept, at=END + SECOND)
    assert kept["Cache-Control"] == "public, max-age=30, s-maxage=30, stale-while-revalidate=5"


def test_the_gravest_is_told_first_with_its_word_and_its_zone(client):
    alert(title="Corte de agua", severity=AlertSeverity.INFO)
    grave = alert(title="Huaico", severity=AlertSeverity.DANGER)
    grave.districts.add(DistrictFactory(name="Succha"))
    grave.save()
    with time_machine.travel(START):
        page = client.get("/").content.decode()
    assert page.index("Peligro: Huaico") < page.index("Información: Corte de agua")
    assert "Succha ·" in page
    assert "Toda la provincia ·" in page


def test_only_the_gravest_fills_the_first_screen_and_the_others_are_one_touch_away(client):
    for title, severity in [("Corte de agua", "info"), ("Huaico", "danger"), ("Neblina", "warning")]:
        alert(title=title, severity=severity)
    with time_machine.travel(START):
        shown, folded = client.get("/").content.decode().split('<details class="alerts__more"', 1)
    assert ("Huaico" in shown, "Neblina" in shown, "Corte de agua" in shown) == (True, False, False)
    assert all(words in folded for words in ("y 2 avisos más", "Neblina", "Corte de agua"))


def test_a_draft_is_told_to_nobody(client):
    alert(live=False)
    with time_machine.travel(START):
        assert not any("Lluvias intensas" in client.get(address).content.decode() for address in TELLERS)


def test_what_is_to_come_is_never_anticipated_and_what_ended_can_be_asked_for(client):
    district = DistrictFactory(ubigeo="020205", slug="succha")
    alert(title="Venidero", starts_at=END, ends_at=END + timedelta(hours=1))
    past = alert(title="Pasado", starts_at=START - timedelta(days=2), ends_at=START - timedelta(days=1))
    past.districts.add(district)
    past.save()
    alert(title="Vigente", severity="danger")
    with time_machine.travel(START, tick=False):
        assert titles(client) == titles(client, at="now") == ["Vigente"]
        assert titles(client, at="2026-11-23T09:00:00-05:00") == ["Pasado"]
        assert titles(client, at="2026-11-24T16:30:00-05:00") == []
        assert titles(client, severity="info") == []
        assert titles(client, district="succha") == ["Vigente"]
        assert titles(client, district="020205", at="2026-11-23T09:00:00-05:00") == ["Pasado"]
        assert as_published(client.get(f"{API}/{past.pk}"))["whole_province"] is False
        for refused in ({"at": "ayer"}, {"severity": "mortal"}, {"district": "lima"}):
            assert client.get(API, refused).status_code == 400
    assert client.get(f"{API}/999999").status_code == 404


def test_the_cap_feed_names_the_area_and_the_expiry(client):
    alert(severity="danger", link_url="https://example.test/plan")
    with time_machine.travel(START):
        told = client.get("/feeds/alertas.json").json()["alerts"][0]["info"]
    assert told["severity"] == "Severe"
    assert told["expires"] == "2026-11-24T16:00:00-05:00"
    assert told["area"] == {"areaDesc": "Toda la provincia", "geocode": []}
    assert told["web"] == "https://example.test/plan"


# The register


def form(**changes) -> dict:
    filled = {"severity": "warning", "title": "Lluvias intensas", "text": "Cuidado", "source": "SENAMHI de ejemplo"}
    hours = {"starts_at": "2026-11-24 10:00", "ends_at": "2026-11-25 10:00"}
    return filled | hours | {"link_page": "", "link_url": ""} | changes


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ends_at": "2026-11-24 10:00"}, "Termina antes de empezar"),
        ({"ends_at": "2027-03-01 10:00"}, "60 días como máximo"),
        ({"ends_at": ""}, "es necesario"),
        ({"severity": "mortal"}, "opciones"),
        ({"link_url": "javascript:alert(1)"}, "URL"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_typed_is_lost(changes, said):
    response = sign_in(Role.HEAD).post(reverse("wagtailsnippets_pages_alert:add"), form(**changes))
    page = response.content.decode()
    assert response.status_code == 200
    assert said in page
    assert "SENAMHI de ejemplo" in page
    assert not Alert.objects.exists()


def test_redaccion_drafts_an_alert_and_jefatura_publishes_it(client):
    sign_in(Role.WRITING).post(reverse("wagtailsnippets_pages_alert:add"), form() | {"action-publish": "1"})
    drafted = Alert.objects.get()
    assert not drafted.live
    edit = reverse("wagtailsnippets_pages_alert:edit", args=[drafted.pk])
    sign_in(Role.HEAD).post(edit, form() | {"action-publish": "1"})
    with time_machine.travel(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        assert "Lluvias intensas" in client.get("/").content.decode()


def test_the_register_says_how_each_stands_and_filters_by_it():
    now = timezone.now()
    alert(title="Terminada", starts_at=now - timedelta(days=3), ends_at=now - timedelta(days=2))
    alert(title="Activa", starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=2))
    alert(title="Borrador", live=False)
    head = sign_in(Role.HEAD)
    page = head.get(reverse("wagtailsnippets_pages_alert:list")).content.decode()
    assert all(word in page for word in ("Sin publicar", "Activa", "Terminada"))
    found = head.get(reverse("wagtailsnippets_pages_alert:list"), {"active": "true"}).context["object_list"]
    assert [each.title for each in found] == ["Activa"]


def test_the_database_refuses_an_alert_that_ends_before_it_starts_and_an_unknown_severity():
    for fields in ({"ends_at": START}, {"severity": "mortal"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            alert(**fields)


def test_the_banner_costs_a_page_the_same_queries_with_one_alert_and_with_many(client):
    def cost() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    with time_machine.travel(START, tick=False):
        none = cost()
        alert()
        one = cost()
        for number in range(20):
            alert(title=f"Aviso {number}")
        assert cost() == one == none + 1


def test_the_banner_writes_its_end_as_html_takes_it(client):
    alert(ends_at=END + timedelta(microseconds=154_893))
    with time_machine.travel(START):
        page = client.get("/").content.decode()
    assert 'datetime="2026-11-24T16:00:00-0500"' in page
