"""Publicity during an election: a piece with its foundation, and decisions about it."""

import uuid
from datetime import UTC, date, datetime

from pages.enums import PublicityOutcome
from pages.models import PublicityDecision
from pages.rules.officials import Official

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
DUE = date(2026, 12, 1)
FOUNDED = {
    "is_publicity": True,
    "publicity_ground": "public_utility",
    "publicity_justification": "La vacuna se pone hasta fin de mes.",
    "publicity_medium": "other",
    "publicity_report_due_on": DUE,
}
MAYOR = Official("Ing. Ana María Quispe Ramos", "Alcaldesa provincial")


def decision(period, number: int = 0, **fields) -> PublicityDecision:
    """A publication that was allowed, unless told otherwise, not yet kept."""
    told_of_it = {
        "title": f"Pieza {number}",
        "address": f"https://ejemplo.test/{number}/",
        "decided_at": NOON,
        "outcome": PublicityOutcome.ALLOWED,
        "ground": "necessity",
        "medium": "other",
        "justification": "=SUM(1)",
        "report_due_on": DUE,
    }
    return PublicityDecision(attempt=uuid.uuid4(), period=period, **told_of_it | fields)
