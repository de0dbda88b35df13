"""Keys: how they are written, given, changed, taken back; and what the API answers to each."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from headless.actions.tokens import LONGEST_LIFE, NotRotatable, revoke_token, rotate_token
from headless.models import AccessToken
from headless.rules.tokens import beginning_of, new_secret, well_formed
from headless.scopes import READ_EMBARGOED, offer_scope
from tests.factories.people import user_with
from tests.factories.tokens import bearer, reading_with, token_with

ROOT = "/api/v1/"
WEEK = timedelta(days=7)


def status(client, secret: str) -> int:
    return client.get(ROOT, headers=bearer(secret)).status_code


# How a key is written


def test_a_key_has_a_prefix_that_scanners_know_and_256_bits():
    secrets = {new_secret() for _time in range(200)}
    assert len(secrets) == 200
    assert all(re.fullmatch(r"aija_[0-9a-f]{72}", each) and well_formed(each) for each in secrets)


@given(st.integers(5, 76), st.sampled_from("0123456789abcdef"))
def test_a_key_with_a_digit_wrong_is_told_without_asking_the_database(place, digit):
    secret = new_secret()
    changed = secret[:place] + digit + secret[place + 1 :]
    assert well_formed(changed) == (changed == secret)


@given(st.text(max_size=100))
def test_no_other_text_is_a_key(text):
    assert not well_formed(text)


# Giving, changing and taking back


@pytest.mark.django_db
def test_the_secret_is_nowhere_in_the_database():
    token, secret = token_with()
    kept = [str(value) for value in AccessToken.objects.filter(pk=token.pk).values_list()[0]]
    assert not any(secret in value for value in kept)
    assert token.beginning == beginning_of(secret)
    assert len(token.beginning) < 15


@pytest.mark.django_db
def test_only_scopes_that_somebody_offers_are_given():
    with pytest.raises(ValueError, match="read:everything"):
        token_with("read:everything")


def test_a_scope_is_offered_once():
    with pytest.raises(ValueError, match=READ_EMBARGOED):
        offer_scope(name=READ_EMBARGOED, title="Otra", doc="Otra")


@pytest.mark.django_db
@pytest.mark.parametrize("lasting", [timedelta(0), timedelta(days=-1), LONGEST_LIFE + timedelta(days=1)])
def test_every_key_expires_within_two_years(lasting):
    with pytest.raises(ValueError, match="dos años"):
        token_with(lasting=lasting)


@pytest.mark.django_db
@pytest.mark.parametrize("rate", [0, 10_001])
def test_the_database_refuses_a_rate_out_of_bounds(rate):
    with pytest.raises(IntegrityError):
        token_with(rate=rate)


def test_a_rotated_key_opens_with_both_secrets_until_the_grace_ends(client, tree, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    token, old = token_with()
    new = rotate_token(token=token, grace=WEEK, by=None, at=now)
    assert [status(client, each) for each in (old, new)] == [200, 200]
    time_machine.move_to(now + WEEK, tick=False)
    assert [status(client, each) for each in (old, new)] == [401, 200]


def test_without_grace_the_old_secret_stops_at_once(client, tree):
    token, old = token_with()
    new = rotate_token(token=token, grace=timedelta(0), by=None, at=timezone.now())
    assert [status(client, each) for each in (old, new)] == [401, 200]


def test_rotating_twice_leaves_nothing_of_the_first_secret(client, tree):
    token, first = token_with()
    second = rotate_token(token=token, grace=WEEK, by=None, at=timezone.now())
    third = rotate_token(token=token, grace=WEEK, by=None, at=timezone.now())
    assert [status(client, each) for each in (first, second, third)] == [401, 200, 200]


@pytest.mark.django_db
@pytest.mark.parametrize("grace", [timedelta(days=8), timedelta(seconds=-1)])
def test_the_grace_goes_from_nothing_to_a_week(grace):
    with pytest.raises(ValueError, match="siete días"):
        rotate_token(token=token_with()[0], grace=grace, by=None, at=timezone.now())


@pytest.mark.django_db
def test_a_revoked_key_is_not_rotated():
    token = revoke_token(token=token_with()[0], by=None, at=timezone.now())
    with pytest.raises(NotRotatable):
        rotate_token(token=token, grace=WEEK, by=None, at=timezone.now())


@pytest.mark.django_db
def test_what_is_done_with_a_key_is_in_the_audit_log():
    person, now = user_with(None), timezone.now()
    token, _secret = token_with(READ_EMBARGOED, by=person)
    rotate_token(token=token, grace=WEEK, by=person, at=now)
    for _twice in range(2):
        revoke_token(token=token, by=person, at=now)
    logged = ModelLogEntry.objects.filter(object_id=str(token.pk), user=person).order_by("pk")
    assert [each.action.rpartition(".")[2] for each in logged] == ["created", "rotated", "revoked"]


# What the API answers


def test_a_key_in_force_reads_and_its_answer_is_its_holders_alone(client, tree):
    answers = [client.get(f"{ROOT}news", headers=reading_with(*scopes)[1]) for scopes in ([], [READ_EMBARGOED])]
    for answer in answers:
        assert answer.status_code == 200
        assert answer["Cache-Control"].startswith("private")
        assert "public" not in answer["Cache-Control"]
        assert "Authorization" in answer["Vary"]


def test_without_a_key_answers_stay_public_and_caches_tell_them_from_those_of_a_key(client, tree):
    answer = client.get(f"{ROOT}news")
    assert answer["Cache-Control"].startswith("public")
    assert "Authorization" in answer["Vary"]


def test_an_expired_a_revoked_and_an_ownerless_key_open_nothing(client, tree):
    now = timezone.now()
    _expired, first = token_with(at=now - 2 * WEEK, lasting=WEEK)
    revoked, second = token_with()
    revoke_token(token=revoked, by=None, at=now)
    owner = user_with(None)
    _idle, third = token_with(owner=owner)
    owner.is_active = False
    owner.save()
    assert [status(client, each) for each in (first, second, third)] == [401, 401, 401]


HOSTILE = [
    "", "Bearer", "Bearer ", "Bearer  x", "Basic dXNlcjpwYXNz", "bearer x y", "Token abc", "Bearer " + "a" * 10_240,
    "Bearer aija_", f"Bearer aija_{'0' * 72}", "Bearer ñandú", "Bearer \xff\xfe", "Bearer 🔑", "Bearer ';--",
    "Bearer aija_" + "é" * 72, "Bearer null", "Bearer a,Bearer b", "\tBearer x", "Bearer aija_٠١٢",
]  # fmt: skip


@pytest.mark.parametrize("header", HOSTILE)
@pytest.mark.parametrize("path", [ROOT, f"{ROOT}news", f"{ROOT}nada", f"{ROOT}changes"])
def test_what_is_no_key_is_a_401_that_says_how_to_show_one(client, tree, header, path):
    answer = client.get(path, headers={"authorization": header})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="api"')
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"


def test_the_word_bearer_may_be_written_in_any_case(client, tree):
    _token, secret = token_with()
    assert client.get(ROOT, headers={"authorization": f"bEARER {secret}"}).status_code == 200


def test_the_last_use_is_noted_at_most_every_five_minutes(client, tree, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    token, secret = token_with()
    seen = []
    for minutes in (0, 4, 5, 6, 11):
        time_machine.move_to(now + timedelta(minutes=minutes), tick=False)
        status(client, secret)
        token.refresh_from_db()
        seen.append(round((token.last_used_at - now).total_seconds() / 60))
    assert seen == [0, 0, 5, 5, 11]
