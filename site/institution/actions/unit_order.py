"""Keeping the units in the order in which the organisation chart is read."""

from django.db import transaction

from institution.models import OrganicUnit
from institution.rules.tree import flattened


@transaction.atomic
def renumber_units() -> None:
    """Number every unit from 0 in reading order (a unit, then what hangs from it), so that no two are alike."""
    units = [node.row for node in flattened(OrganicUnit.objects.select_for_update().tree())]
    moved = [unit for place, unit in enumerate(units) if unit.position != place]
    for place, unit in enumerate(units):
        unit.position = place
    OrganicUnit.objects.bulk_update(moved, ["position"])
