"""How each verb of a unit's request is tried in the matrix."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from pages.models import UnitRequest
from tests.institution.permission_house import Act, opens


def request_acts(row: UnitRequest) -> dict[str, Act]:
    """The verbs of a unit's request."""

    def post(name: str, *more: str, **data) -> Callable[[Client], UnitRequest]:
        def done(client: Client) -> UnitRequest:
            client.post(reverse(f"solicitudes:{name}", args=[row.pk, *more]), data)
            return UnitRequest.objects.get(pk=row.pk)

        return done

    accept, start = post("move", "accepted"), post("start_product", "nota")
    talk, lend = post("say", text="Prueba"), post("link", days=1)
    return {
        "read": lambda client, user: client.get(reverse("solicitudes:inspect", args=[row.pk])).status_code == 200,
        "ask": lambda client, user: opens(client, "solicitudes:add"),
        "accept": lambda client, user: accept(client).state == "accepted",
        "assign": lambda client, user: post("assign", person=str(user.pk))(client).assigned_to_id == user.pk,
        "talk": lambda client, user: talk(client).messages.exists(),
        "start": lambda client, user: start(client).products.exists(),
        "lend request": lambda client, user: lend(client).links.exists(),
        "figures": lambda client, user: opens(client, "response_times"),
    }
