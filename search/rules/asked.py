"""What may be remembered of a query, which must not tell of anybody. Pure."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from search.analysis.chain import normalised
from search.analysis.question import clean

LONGEST_KEPT = 80
MOST_WORDS_KEPT = 8
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.\-/()]+(?=\d)")
LONG_NUMBER = re.compile(r"\d{8,}")

THRESHOLD = 3
WINDOW = timedelta(days=30)


def as_asked(typed: str) -> str:
    """The words as they are counted and compared: lower case, without accents (ñ stays) nor punctuation."""
    return normalised(clean(typed))


def may_be_kept(typed: str) -> bool:
    """Whether what was typed may be counted by its words.

    Not what may be a datum of a person (Ley 29733, art. 2.4): an address of mail, a number of eight digits or more
    (DNI, telephone, RUC of a person), however it is spaced; nor a long text, in which people tell their case.
    """
    words = as_asked(typed)
    if not words or "@" in typed or len(words) > LONGEST_KEPT or len(words.split()) > MOST_WORDS_KEPT:
        return False
    return not LONG_NUMBER.search(BETWEEN_DIGITS.sub("", clean(typed)))


def common_days(times: Mapping[date, int], *, threshold: int = THRESHOLD, window: timedelta = WINDOW) -> set[date]:
    """The days of one query that belong to some span of `window` in which it was asked `threshold` times or more."""
    spans = ([day for day in times if first <= day < first + window] for first in times)
    return {day for days in spans if sum(times[day] for day in days) >= threshold for day in days}
