"""Place and date as notes open with them: "Aija, 18 de noviembre de 2026.-"."""

import datetime
import re
from dataclasses import dataclass

_MONTH_NAMES = (
    "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul", "agosto|ago",
    "septiembre|setiembre|sept|sep|set", "octubre|oct", "noviembre|nov", "diciembre|dic",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split("|")}
_MONTH = "|".join(_MONTHS)

_WORDS = (
    r"(?P<day>\d{1,2})(?:\s?[°º]|\.[°º]|ro\.?)?(?:\s+de\s+|\s?[-/.]\s?|\s+)"
    rf"(?P<month>{_MONTH})\b\.?(?:\s+del?(?:\s+año)?\s+|\s?[-/.,]\s?|\s+)(?P<year>\d{{4}})(?!\d)"
)
_FIGURES = r"(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4}|\d{2})(?!\d)"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)(?:[T ]\d{2}:\d{2}\S*)?"
_DATE_FORMS = (_WORDS, _ISO, _FIGURES)

_WEEKDAY = r"(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s+)?"
_LABEL = r"\s*(?:(?:lugar\s+y\s+)?fecha\s*:\s*)?"
_PLACE = r"(?:(?P<place>[^\W\d_][^\d:;.!?]{0,78}?)\s*[,–—-]\s*)?"
_CLOSE = r"\s*(?:\.\s*[-–—]+|[-–—:]+|\.(?=\s|$)|$)\s*"
_SMALL_WORDS = {"de", "del", "la", "las", "los", "el", "y"}
_LONGEST = 160

_DATES = tuple(re.compile(rf"\s*{_WEEKDAY}{form}\.?\s*", re.I) for form in _DATE_FORMS)
_DATELINES = tuple(re.compile(rf"{_LABEL}{_PLACE}{_WEEKDAY}{form}{_CLOSE}", re.I) for form in _DATE_FORMS)


@dataclass(frozen=True)
class Dateline:
    """`length` is how many characters of the text it takes, its closing dash and spaces included."""

    date: datetime.date
    place: str
    length: int


def parse_date(text: str) -> datetime.date | None:
    """A whole text as a date of Peru (day first): "18 nov. 2026", "18/11/2026", "2026-11-18". None if it is not one.

    Years from 1900 to 2100; two figures are of this century.
    """
    for form in _DATES:
        match = form.fullmatch(text[:_LONGEST])
        if match:
            return _date(match)
    return None


def parse_dateline(text: str) -> Dateline | None:
    """The dateline a text opens with, its date closed by a dash, a full stop or the end; None without one.

    "El 18 de noviembre de 2026 se inauguró…" is a sentence, not a dateline.
    """
    for form in _DATELINES:
        match = form.match(text[:_LONGEST])
        date = _date(match) if match else None
        if match and date and (match.end() < _LONGEST or len(text) <= _LONGEST):
            return Dateline(date=date, place=_place(match["place"] or ""), length=match.end())
    return None


def _date(match: re.Match[str]) -> datetime.date | None:
    month, year = match["month"], int(match["year"])
    number = int(month) if month.isdecimal() else _MONTHS[month.lower()]
    year += 2000 if len(match["year"]) == 2 else 0
    try:
        date = datetime.date(year, number, int(match["day"]))
    except ValueError:
        return None
    return date if 1900 <= year <= 2100 else None


def _place(text: str) -> str:
    bare = " ".join(text.split()).removeprefix("En ").strip(" ,–—-")
    if not bare.isupper():
        return bare
    words = bare.lower().split()
    return " ".join(
        word if at and word in _SMALL_WORDS else word[:1].upper() + word[1:] for at, word in enumerate(words)
    )
