"""What was published under an administration that is over: it is kept and labelled, never rewritten.

Source: the practice of keeping each term's archive as it was, so that nobody answers for what others published.
"""

from datetime import datetime

from wagtail.models import Page

from institution.models import TermOfGovernment
from institution.rules.lima import LIMA
from pages.models.piece import Piece
from pages.rules.terms import term_of


def past_terms(*, at: datetime) -> list[TermOfGovernment]:
    """The terms of government that are over at `at`."""
    return list(TermOfGovernment.objects.over(on=at.astimezone(LIMA).date()))


def frozen_by(page: Page, *, at: datetime) -> TermOfGovernment | None:
    """The past term that the published piece belongs to, which keeps it as it is; None while it may be edited.

    What goes on being kept up to date, whatever the administration, is labelled but not frozen.
    """
    piece = page.specific
    if not isinstance(piece, Piece) or piece.first_published_at is None or piece.kept_up_to_date:
        return None
    return term_of(piece.published_at, past_terms(at=at))
