"""Guidance that a reader could follow."""

from typing import Any

from pages.models import GuidanceChannel, GuidanceCost, GuidancePage, GuidanceStep
from tests.factories.institution import OrganicUnitFactory
from tests.factories.pages import draft_piece

TOLD = {
    "who_may": "Toda persona natural o jurídica.",
    "time_days": 15,
    "silence": "positive",
}


def complete(page: GuidancePage, **parts: list[Any]) -> GuidancePage:
    """The page with the least that publication asks: a unit, a step, a channel and a cost."""
    for name, value in TOLD.items():
        setattr(page, name, getattr(page, name) if getattr(page, name) not in (None, "", "none") else value)
    page.unit = page.unit or OrganicUnitFactory()
    page.steps = parts.get("steps", [GuidanceStep(title="Presente la solicitud", text="En mesa de partes.")])
    page.channels = parts.get("channels", [GuidanceChannel(kind="in_person", place="Mesa de partes", hours="8 a 17")])
    if not page.is_free:
        page.costs = parts.get("costs", [GuidanceCost(concept="Derecho de trámite", amount="45.50")])
    for name in ("requirements", "questions", "legal_bases"):
        setattr(page, name, parts.get(name, []))
    page.save()
    return page


def draft_guidance(*, parts: dict[str, list[Any]] | None = None, **fields) -> GuidancePage:
    """Complete guidance that nobody has published."""
    return complete(draft_piece(GuidancePage, **fields), **(parts or {}))


def published_guidance(**fields) -> GuidancePage:
    """The same, published through the real action."""
    page = draft_guidance(**fields)
    page.save_revision().publish()
    return GuidancePage.objects.get(pk=page.pk)
