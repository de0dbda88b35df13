"""A press note's number, given when it is issued and never before."""

from datetime import datetime

from institution.actions.numbers import issue_number
from institution.models import IssuedNumber, User
from pages.models import NewsPage

SERIES_CODE = "nota-prensa"


def number_note(note: NewsPage, *, subject: str, by: User | None, at: datetime) -> IssuedNumber:
    """The note's number: its own if it was issued before, else the next of the series.

    Runs inside the publishing transaction: if publishing fails the number goes back.
    """
    number = note.number or issue_number(series_code=SERIES_CODE, subject=subject, by=by, at=at)
    NewsPage.objects.filter(pk=note.pk).update(number=number)
    return number
