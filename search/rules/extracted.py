"""The text that comes out of a PDF or Word file, as somebody would have typed it."""

import re
import unicodedata

# Where a line breaks a word: a soft hyphen, what PDFium leaves in its place, or a hyphen before a small letter.
BROKEN_WORD = re.compile(r"(?:[\u00ad\u0002\ufffe]\s*|(?<=[^\W\d_])[-\u2010]\n)(?=[a-záéíóúüñ])")
SOFT = re.compile("[\u00ad\u0002\ufffe]")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
UNWRITTEN = {"Cc", "Cs", "Co", "Cn"}  # control characters, halves of pairs, signs of a font of its own, nothing


def tidied(text: str) -> str:
    """The words whole, the blanks single, a line for each line that says something; blank when no word is left."""
    lines = SOFT.sub("", BROKEN_WORD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")
    kept = [" ".join(_written(line).split()) for line in lines]
    whole = unicodedata.normalize("NFC", "\n".join(line for line in kept if line))
    return whole if any(character.isalnum() for character in whole) else ""


def _written(line: str) -> str:
    return "".join(
        " " if unicodedata.category(character) in UNWRITTEN else character for character in line.translate(LIGATURES)
    )
