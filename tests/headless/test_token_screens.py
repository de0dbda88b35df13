"""The backend's screens of keys: the secret is seen once, and nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from headless.models import AccessToken
from headless.rules.tokens import well_formed
from headless.scopes import READ_EMBARGOED
from institution.enums import Role
from institution.models import User
from tests.factories.people import user_with
from tests.factories.tokens import bearer, token_with
from tests.pages.desk import sign_in

pytestmark = pytest.mark.django_db
SECRET = re.compile(r'value="(aija_[0-9a-f]+)"')
INDEX, ADD = reverse("claves:index"), reverse("claves:add")


@pytest.fixture
def keeper() -> Client:
    return sign_in(Role.HEAD)


def asked(**changed) -> dict:
    day = timezone.localdate() + timedelta(days=90)
    return {
        "name": "Aplicación de Radio Ejemplo", "owner": user_with(None).pk, "scopes": [READ_EMBARGOED],
        "requests_per_minute": 300, "last_day": day.isoformat(),
    } | changed  # fmt: skip


def secret_in(response) -> str:
    found = SECRET.search(response.content.decode())
    assert found, response.content.decode()
    assert response["Cache-Control"].startswith("no-store")
    return found[1]


def test_a_key_is_created_and_its_secret_seen_once(keeper, client, tree):
    secret = secret_in(keeper.post(ADD, asked()))
    token = AccessToken.objects.get()
    assert well_formed(secret)
    assert (token.scopes, token.requests_per_minute) == ([READ_EMBARGOED], 300)
    assert token.created_by_id == int(keeper.session["_auth_user_id"])
    assert timezone.localdate(token.expires_at) == timezone.localdate() + timedelta(days=90)
    assert client.get("/api/v1/", headers=bearer(secret)).status_code == 200
    for address in (INDEX, reverse("claves:inspect", args=[token.pk]), reverse("claves:edit", args=[token.pk])):
        screen = keeper.get(address).content.decode()
        assert secret not in screen
        assert token.beginning in screen or "edit" in address
    assert "Clave creada" in keeper.get(reverse("claves:history", args=[token.pk])).content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"last_day": "2020-01-01"}, "Elija un día desde hoy hasta dentro de dos años."),
        ({"last_day": "2099-01-01"}, "Elija un día desde hoy hasta dentro de dos años."),
        ({"last_day": "mañana"}, "una fecha válida"),
        ({"requests_per_minute": 0}, "mayor o igual a 1"),
        ({"requests_per_minute": 20_000}, "menor o igual a 10000"),
        ({"scopes": ["read:everything"]}, "read:everything"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(keeper, changed, told):
    screen = keeper.post(ADD, asked(**changed)).content.decode()
    assert told in screen
    assert "Aplicación de Radio Ejemplo" in screen
    assert not AccessToken.objects.exists()


def test_what_a_key_opens_is_changed_without_changing_its_secret(keeper):
    token, _secret = token_with(READ_EMBARGOED)
    keeper.post(reverse("claves:edit", args=[token.pk]), asked(scopes=[], requests_per_minute=10))
    changed = AccessToken.objects.get()
    assert (changed.scopes, changed.requests_per_minute, changed.digest) == ([], 10, token.digest)
    assert timezone.localdate(changed.expires_at) == timezone.localdate() + timedelta(days=90)


@pytest.mark.parametrize(("days", "status"), [(7, 200), (0, 401)])
def test_a_key_is_renewed_and_the_old_one_serves_as_long_as_was_said(keeper, client, tree, days, status):
    token, old = token_with()
    new = secret_in(keeper.post(reverse("claves:rotate", args=[token.pk]), {"days": days}))
    assert client.get("/api/v1/", headers=bearer(new)).status_code == 200
    assert client.get("/api/v1/", headers=bearer(old)).status_code == status


@pytest.mark.parametrize("days", ["8", "-1", "", "x"])
def test_a_grace_out_of_bounds_changes_nothing(keeper, days):
    token, _secret = token_with()
    keeper.post(reverse("claves:rotate", args=[token.pk]), {"days": days})
    assert AccessToken.objects.get().digest == token.digest


def test_a_key_is_revoked_after_asking_and_then_nothing_more_can_be_done_with_it(keeper, client, tree):
    token, secret = token_with()
    address = reverse("claves:revoke", args=[token.pk])
    keeper.get(address)
    assert client.get("/api/v1/", headers=bearer(secret)).status_code == 200
    answer = keeper.post(address, follow=True).content.decode()
    assert "ya no abre nada" in answer
    assert client.get("/api/v1/", headers=bearer(secret)).status_code == 401
    assert "Renovar" not in keeper.get(reverse("claves:inspect", args=[token.pk])).content.decode()
    refused = keeper.post(reverse("claves:rotate", args=[token.pk]), {"days": 7}).content.decode()
    assert "ya no está vigente" in refused


@pytest.mark.parametrize(("name", "title"), [("rotate", "Renovar la clave"), ("revoke", "Revocar la clave")])
def test_each_screen_says_what_it_is_about_and_where_one_came_from(keeper, name, title):
    token, _secret = token_with()
    screen = keeper.get(reverse(f"claves:{name}", args=[token.pk])).content.decode()
    assert title in screen
    assert reverse("claves:inspect", args=[token.pk]) in screen


def test_nobody_deletes_a_key_not_even_a_superuser():
    client = Client()
    client.force_login(User.objects.create_superuser("todo", password="una-clave-de-prueba"))
    token, _secret = token_with()
    assert client.post(f"/admin/claves/delete/{token.pk}/").status_code in (302, 404)
    assert AccessToken.objects.exists()


def test_keys_are_found_by_how_they_stand(keeper):
    token_with(name="Vigente de ejemplo")
    token_with(name="Vencida de ejemplo", at=timezone.now() - timedelta(days=9), lasting=timedelta(days=1))
    screen = keeper.get(INDEX, {"state": "expired"}).content.decode()
    assert "Vencida de ejemplo" in screen
    assert "Vigente de ejemplo" not in screen


def test_the_register_asks_as_much_for_fifty_keys_as_for_two(keeper):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert keeper.get(INDEX).status_code == 200
        return len(asked)

    for _one in range(2):
        token_with()
    cost()
    few = cost()
    for _one in range(48):
        token_with()
    assert cost() == few
