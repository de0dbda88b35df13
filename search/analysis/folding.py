"""Writing a word without what people leave out when they type: capitals and accents, but not the tilde of the ñ."""

import unicodedata
from functools import lru_cache

# The one mark that makes another letter in Spanish, kept aside while the others fall.
ENYE = "n\N{COMBINING TILDE}"
_KEPT = "\0"


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The word in lower case and without accents, dieresis or ordinal marks: «Huacllán» → `huacllan`, «Año» → `año`."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold()).replace(ENYE, _KEPT)
    letters = "".join(character for character in parts if not unicodedata.combining(character))
    return letters.replace(_KEPT, "ñ").replace("º", "").replace("ª", "")


def without_enye(word: str) -> str:
    """A folded word as it is typed on a keyboard without ñ: `año` → `ano`."""
    return word.replace("ñ", "n")
