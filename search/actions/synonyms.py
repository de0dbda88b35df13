"""Bringing in the synonyms that come with the program."""

import csv
from pathlib import Path

from django.db import transaction

from search.models import ShippedGroup, SynonymGroup

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "synonyms.csv"


@transaction.atomic
def load_synonyms() -> int:
    """Make a group of each line that was never brought in; how many. What editors changed or deleted stays so."""
    known = set(ShippedGroup.objects.values_list("first_term", flat=True))
    lines = {line[0]: line for line in shipped_groups() if line[0] not in known}
    ShippedGroup.objects.bulk_create([ShippedGroup(first_term=first) for first in lines], ignore_conflicts=True)
    return len(SynonymGroup.objects.bulk_create([SynonymGroup(terms="\n".join(line)) for line in lines.values()]))


def shipped_groups() -> list[list[str]]:
    """The groups that come with the program, as its file has them."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return [line for line in csv.reader(file) if line]
