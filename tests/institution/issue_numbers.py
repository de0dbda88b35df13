"""A process that issues numbers as fast as it can; every third attempt fails after numbering, as publishing might."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

import django  # noqa: E402

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from institution.actions.numbers import issue_number  # noqa: E402


class PublishingFailed(Exception):
    """What makes the number go back."""


def attempt(n: int) -> None:
    with transaction.atomic():
        issue_number(series_code="nota-prensa", subject=f"intento {n}", by=None, at=timezone.now())
        if n % 3 == 2:
            raise PublishingFailed


for n in range(int(sys.argv[1])):
    try:
        attempt(n)
    except PublishingFailed:
        continue
