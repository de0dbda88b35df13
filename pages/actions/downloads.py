"""Counting downloads: one row a day for each file, and nothing of who asked."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from institution.rules.lima import LIMA
from pages.models.downloads import DownloadCount
from pages.models.materials import MaterialPage


def count_download(*, material: MaterialPage, key: int, label: str, at: datetime) -> None:
    """Add one to what was downloaded of the material on that day in Lima; safe with many at once.

    `key` is that of a presentation, or `DownloadCount.COMPOSED`.
    """
    row = {"material_id": material.pk, "presentation_key": key, "day": at.astimezone(LIMA).date()}
    if _add_one(row):
        return
    try:
        with transaction.atomic():
            DownloadCount.objects.create(**row, label=label)
    except IntegrityError:  # somebody else opened the day first
        _add_one(row)


def _add_one(row: dict[str, Any]) -> int:
    return DownloadCount.objects.filter(**row).update(times=F("times") + 1)
