"""What holds for every type of piece alike: its screens ask as much for five hundred as for twenty."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from headless.resources import offered
from institution.models import User
from pages.models import Piece
from pages.models.piece import piece_models
from tests.factories.crowds import crowd
from tests.factories.every_type import published_of
from tests.factories.people import PASSWORD

TYPES = list(piece_models())
LISTINGS = {
    "NewsPage": "noticias",
    "CampaignPage": "campanas",
    "PublicWorkPage": "obras",
    "EventPage": "eventos",
    "MaterialPage": "materiales",
    "GuidancePage": "orientacion",
}


def named(model: type[Piece]) -> str:
    return model.__name__


def resource_of(model: type[Piece]) -> str:
    return next(each.name for each in offered() if each.public(timezone.now()).model is model)


@pytest.fixture
def administrator(db) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("administracion", password=PASSWORD))
    return client


def cost(get: Callable, address: str) -> int:
    """How many queries the address asks once what is asked only the first time is known."""
    get(address)
    with CaptureQueriesContext(connection) as asked:
        assert get(address).status_code == 200
    return len(asked)


def costs(client: Client, administrator: Client, first: Piece) -> dict[str, int]:
    """What each screen that shows pieces of the type asks."""
    resource = f"/api/v1/{resource_of(type(first))}"
    listed = first.get_parent().get_url()
    open_to_all = [listed, f"{listed}?pagina=2", first.get_url(), resource, f"{resource}/{first.pk}", "/"]
    asked = {address: cost(client.get, address) for address in open_to_all}
    register = reverse(f"{LISTINGS[named(type(first))]}:index")
    return asked | {register: cost(administrator.get, register)}


@pytest.mark.parametrize("model", TYPES, ids=named)
def test_its_screens_ask_as_much_for_five_hundred_as_for_twenty(client, administrator, model):
    first = published_of(model)
    crowd(first, size=20)
    few = costs(client, administrator, first)
    crowd(first, size=500)
    assert costs(client, administrator, first) == few
    assert model.objects.visible(at=timezone.now()).count() == 500
