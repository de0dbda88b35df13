"""How often somebody may ask, and what each answer tells of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext

from headless.actions.request_counts import forget_old_counts
from headless.limits import LEASES
from headless.models import RequestCount
from headless.rules.limits import granted, lease_size, network_of
from institution.client_address import client_address
from tests.factories.tokens import bearer, reading_with

AT = datetime(2026, 7, 28, 15, 0, 18, tzinfo=UTC)
PATH = "/api/v1/problems"


@pytest.fixture
def _five_a_minute(settings, db, time_machine):
    settings.API_REQUESTS_PER_MINUTE = 5
    time_machine.move_to(AT, tick=False)


def statuses(client, times: int, **asked) -> list[int]:
    return [client.get(PATH, **asked).status_code for _time in range(times)]


# The rules


@pytest.mark.parametrize(("limit", "size"), [(1, 1), (49, 1), (50, 1), (600, 12), (10_000, 200)])
def test_a_lease_is_a_fiftieth_of_the_limit_and_at_least_one(limit, size):
    assert lease_size(limit) == size


def test_what_is_granted_in_all_is_the_limit_however_it_is_asked_for():
    for limit in (1, 7, 600):
        for asked in (1, 3, 12):
            in_all = [granted(taken=taken, asked=asked, limit=limit) for taken in range(asked, 3 * limit, asked)]
            assert sum(in_all) == min(limit, len(in_all) * asked)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("", ""),
        ("nada", "nada"),
    ],
)
def test_an_address_stands_for_its_customer(address, network):
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("proxies", "told", "seen"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "1.1.1.1", "9.9.9.9"),
        (1, "unknown", "9.9.9.9"),
        (1, "", "9.9.9.9"),
    ],
)
def test_only_what_our_proxies_wrote_says_who_asks(settings, proxies, told, seen):
    settings.TRUSTED_PROXIES = proxies
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "9.9.9.9", "HTTP_X_FORWARDED_FOR": told}
    assert client_address(request) == seen


# What is answered


@pytest.mark.usefixtures("_five_a_minute")
def test_each_answer_tells_how_many_are_left_and_the_one_too_many_when_to_come_back(client):
    answers = [client.get(PATH) for _time in range(7)]
    assert [each.status_code for each in answers] == [200] * 5 + [429] * 2
    assert {each["RateLimit-Policy"] for each in answers} == {'"anonymous";q=5;w=60'}
    assert [each["RateLimit"] for each in answers] == [f'"anonymous";r={left};t=42' for left in (4, 3, 2, 1, 0, 0, 0)]
    refused = answers[-1]
    assert (refused["Retry-After"], refused["Cache-Control"]) == ("42", "no-store")
    assert refused.json()["type"] == "/api/v1/problems/too-many-requests"
    assert "42 segundos" in refused.json()["detail"]
    assert "Retry-After" not in answers[0]


@pytest.mark.usefixtures("_five_a_minute")
def test_the_next_minute_is_new(client, time_machine):
    assert statuses(client, 6)[-1] == 429
    time_machine.move_to(AT + timedelta(seconds=41), tick=False)
    assert statuses(client, 1) == [429]
    time_machine.move_to(AT + timedelta(seconds=42), tick=False)
    assert statuses(client, 6) == [200] * 5 + [429]


@pytest.mark.usefixtures("_five_a_minute")
def test_each_address_has_its_own_and_its_digest_alone_is_kept(client):
    assert statuses(client, 6, REMOTE_ADDR="10.0.0.1")[-1] == 429
    assert statuses(client, 1, REMOTE_ADDR="10.0.0.2") == [200]
    assert not any("10.0.0" in count.subject for count in RequestCount.objects.all())


@pytest.mark.usefixtures("_five_a_minute")
def test_who_shows_a_key_has_the_keys_own_rate_whatever_the_address(client):
    key = reading_with(rate=7)[1]
    answers = [client.get(PATH, headers=key, REMOTE_ADDR=f"10.0.0.{number}") for number in range(8)]
    assert [each.status_code for each in answers] == [200] * 7 + [429]
    assert answers[0]["RateLimit-Policy"] == '"key";q=7;w=60'
    assert statuses(client, 1) == [200]


@pytest.mark.usefixtures("_five_a_minute")
def test_trying_keys_counts_as_asking_without_one(client):
    tried = statuses(client, 7, headers=bearer("aija_0"))
    assert tried == [401] * 5 + [429] * 2
    assert statuses(client, 1) == [429]


@pytest.mark.usefixtures("_five_a_minute")
def test_every_answer_counts_and_tells_it_whatever_it_is(client):
    answers = [client.get("/api/v1/nada"), client.get("/api/v1/problems?x=1"), client.post(PATH), client.head(PATH)]
    assert [each.status_code for each in answers] == [404, 400, 405, 200]
    assert [each["RateLimit"] for each in answers] == [f'"anonymous";r={left};t=42' for left in (4, 3, 2, 1)]


@pytest.mark.usefixtures("_five_a_minute")
def test_a_browser_that_asks_what_it_may_send_is_not_counted(client):
    for _time in range(9):
        assert client.options(PATH).status_code == 204
    assert statuses(client, 5) == [200] * 5


def test_where_the_limit_is_nought_nobody_is_counted(client, db, settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    answer = client.get(PATH)
    assert "RateLimit" not in answer
    assert not RequestCount.objects.exists()


@pytest.mark.usefixtures("_five_a_minute")
def test_most_requests_write_nothing(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 600
    with CaptureQueriesContext(connection) as asked:
        statuses(client, 120)
    assert len([each for each in asked if "INSERT" in each["sql"]]) == 10
    assert RequestCount.objects.get().taken == 120


@pytest.mark.usefixtures("_five_a_minute")
def test_who_was_turned_away_is_turned_away_without_asking_the_database(client):
    statuses(client, 6)
    with CaptureQueriesContext(connection) as asked:
        assert statuses(client, 20) == [429] * 20
    assert len(asked) == 0


@pytest.mark.usefixtures("_five_a_minute")
def test_another_process_takes_from_the_same_counter(client):
    assert statuses(client, 3) == [200] * 3
    LEASES.clear()  # as in a process that just started
    assert statuses(client, 4) == [200] * 2 + [429] * 2


@pytest.mark.usefixtures("_five_a_minute")
def test_counts_are_forgotten_after_a_minute(client):
    statuses(client, 1)
    forget_old_counts(AT + timedelta(minutes=1))
    assert RequestCount.objects.count() == 1
    forget_old_counts(AT + timedelta(minutes=2))
    assert RequestCount.objects.count() == 0
