"""What editors promise first to whoever looks for certain words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from search.models import BestBet
from search.public import public_pages

MOST_SHOWN = 3


@dataclass(frozen=True)
class Bet:
    """A best bet as it is shown; `url` is an absolute address outside, or one of the portal."""

    title: str
    description: str
    url: str
    outside: bool


def for_query(words: str, at: datetime) -> list[Bet]:
    """The bets that normalised words call for at `at`, at most three; none whose page anybody may not see then."""
    valid = BestBet.objects.valid_on(localdate(at)).leading_to(public_pages(at)).select_related("page")
    called = [bet for bet in valid if bet.answers(words)] if words else []
    return [_shown(bet) for bet in called[:MOST_SHOWN]]


def _shown(bet: BestBet) -> Bet:
    address = bet.page.get_url() or "" if bet.page else bet.url
    return Bet(title=str(bet), description=bet.description, url=address, outside=bet.page is None)
