"""Giving and voiding the numbers of official documents."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import DocumentSeries, InstitutionSettings, IssuedNumber, User
from institution.rules.correlative import written_number
from institution.rules.lima import LIMA


class AlreadyVoided(Exception):
    """The number was voided before; its first reason stands."""


@transaction.atomic
def issue_number(*, series_code: str, subject: str, by: User | None, at: datetime) -> IssuedNumber:
    """Give the next correlative of the series for the calendar year of `at` in Lima.

    Gapless and unique under concurrency: the series' row is locked until the caller's transaction ends
    (PostgreSQL), or the whole database is (SQLite, IMMEDIATE). If that transaction rolls back, so does
    the number. Raises DocumentSeries.DoesNotExist for an unknown series.
    """
    series = DocumentSeries.objects.select_for_update(of=("self",)).select_related("unit").get(code=series_code)
    year = at.astimezone(LIMA).year
    last = series.issued.filter(year=year).aggregate(last=Max("number"))["last"] or 0
    text = written_number(
        series.pattern,
        number=last + 1,
        year=year,
        office=series.unit.code,
        entity=InstitutionSettings.load().short_name,
    )
    return IssuedNumber.objects.create(
        series=series, year=year, number=last + 1, text=text, subject=subject[:255], issued_at=at, issued_by=by
    )


@transaction.atomic
def void_number(*, number: IssuedNumber, reason: str, by: User | None, at: datetime) -> IssuedNumber:
    """Mark a number as void for ever. Raises AlreadyVoided, or ValueError without a reason."""
    if not reason.strip():
        raise ValueError(_("Escriba por qué se anula el número."))
    current = IssuedNumber.objects.select_for_update().get(pk=number.pk)
    if current.voided_at:
        raise AlreadyVoided(_("El número %(number)s ya estaba anulado.") % {"number": current.text})
    current.voided_at, current.voided_by, current.void_reason = at, by, reason.strip()[:255]
    current.save(update_fields=["voided_at", "voided_by", "void_reason"])
    data = {"reason": current.void_reason}
    log(instance=current, action="institution.number.voided", user=by, timestamp=at, data=data)
    return current
