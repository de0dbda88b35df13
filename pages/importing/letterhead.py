"""What a note's paper carries above its words: the number it was issued with, and whose paper it is."""

import re

_NUMBER = re.compile(
    r"\W*(?:nota\s+(?:de\s+prensa|informativa|period[ií]stica)|comunicado(?:\s+(?:oficial|de\s+prensa))?|"
    r"bolet[ií]n(?:\s+(?:informativo|de\s+prensa))?|n\.?\s?p\.?)"
    r"(?:\s*(?:n\s?(?:ro|o)?\s?\.?\s?[°º]?|n[uú]mero|#)?\s*\.?\s*:?\s*"
    r"(?P<code>\d{1,5}(?:\s?[-–/]\s?[\w.]+)*))?\W*",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"\W*(?:municipalidad\s+(?:provincial|distrital)\s+de\s+[\w\s]{2,30}|(?:sub\s?)?(?:oficina|gerencia)\s.{3,70}|"
    r"(?:a[ñn]o\s+del?|decenio\s+de)\s.{5,120})\W*",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 120
_LONGEST_LETTERHEAD = 160


def read_number(text: str) -> str | None:
    """ "NOTA DE PRENSA N.° 045-2026-OII-MPA" → "045-2026-OII-MPA"; "" if it only names the kind; None otherwise."""
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
    if not match:
        return None
    return re.sub(r"\s*[–-]\s*", "-", re.sub(r"\s*/\s*", "/", match["code"] or "")).rstrip(".")


def is_letterhead(text: str) -> bool:
    """True for the institution's or the office's name, or the official name of the year, alone in a line."""
    return len(text) <= _LONGEST_LETTERHEAD and bool(_LETTERHEAD.fullmatch(text))
