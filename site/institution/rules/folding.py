"""Words as people type them, made comparable."""

import unicodedata

from anyascii import anyascii

PLAIN = {"á": "a", "à": "a", "ä": "a", "é": "e", "ë": "e", "í": "i", "ï": "i", "ó": "o", "ö": "o", "ú": "u", "ü": "u"}
AFTER_N = "n~"  # the tilde comes after every letter, so that «ñ» comes after whatever begins with «n»


def folded(text: object) -> str:
    """The text without accents or capitals, to compare what people type."""
    return anyascii(str(text)).casefold()


def alphabetical(text: object) -> str:
    """What the text is sorted by in Spanish: accents and capitals don't count, and «ñ» is a letter after «n».

    Source: Ortografía de la lengua española (RAE, ASALE, 2010). `institution.alphabet` is the same for the database.
    """
    return folded(unicodedata.normalize("NFC", str(text)).casefold().replace("ñ", AFTER_N))
