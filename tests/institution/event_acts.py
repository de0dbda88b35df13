"""How the verbs of events and registrations are tried."""

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from institution.models import User
from pages.models import EventRegistration, EventStatus
from tests.institution.permission_house import Act


def event_acts(row: Model | None) -> dict[str, Act]:
    """The verbs of an event or of a registration."""
    at = [row.pk] if row else []

    def changes(name: str, **data: str) -> Act:
        def act(client: Client, user: User) -> bool:
            before = EventStatus.objects.get(event=row).sequence
            client.post(reverse(name, args=at), data)
            return EventStatus.objects.get(event=row).sequence > before

        return act

    def attendance(client: Client, user: User) -> bool:
        client.post(reverse("mark_attendance", args=at), {"attendance": "attended"})
        return EventRegistration.objects.get(pk=row.pk).attendance != ""

    return {
        "postpone": changes("postpone_event", reason="Lluvia", to=""),
        "cancel": changes("cancel_event", reason="Lluvia"),
        "confirm": changes("confirm_event"),
        "attendance": attendance,
    }
