"""How the facts of a work are told by each role, through the views that a person would use."""

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from institution.models import User
from pages.enums import WorkImportState
from pages.models import WorkImport
from tests.institution.permission_house import Act, opens


def work_acts(row: Model | None) -> dict[str, Act]:
    """The verbs over a work, or over one of its advances."""

    def move(client: Client, user: User) -> bool:
        client.post(reverse("move_work", args=[row.pk]), {"to": "paralysed", "on": "2026-06-01", "cause": "funds"})
        return row.moves.filter(to_stage="paralysed").exists()

    def record(client: Client, user: User) -> bool:
        typed = {"on": "2026-06-02", "physical": 40, "financial": 40}
        client.post(reverse("record_work_advance", args=[row.pk]), typed)
        return row.advances.filter(physical=40).exists()

    def correct(client: Client, user: User) -> bool:
        typed = {"on": "2026-06-01", "physical": 20, "financial": 20, "correction_reason": "Prueba"}
        client.post(reverse("correct_work_advance", args=[row.pk]), typed)
        return row.work.advances.filter(replaces=row).exists()

    def decide(client: Client, user: User) -> bool:
        client.post(reverse("obras_importadas:decide", args=[row.pk]), {"decision": "leave"})
        return WorkImport.objects.get(pk=row.pk).state == WorkImportState.LEFT

    return {
        "move": move,
        "record": record,
        "correct": correct,
        "decide": decide,
        "upload": lambda client, user: opens(client, "obras_importadas:upload"),
    }
