"""All that is drawn on a card, and the digest by which it is known."""

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass

from pages.enums.social import SIZES, CardKind, CardShape
from pages.rules.social.graphemes import cleaned

DRAWING = 1  # raised when the same content is drawn in another way
EXTENDED_LATIN = 0x24F
PUNCTUATION = range(0x2010, 0x2050)
MONEY = range(0x20A0, 0x20C0)


@dataclass(frozen=True, kw_only=True)
class CardContent:
    """What a card shows. `photo` and `coat` name the pictures: whatever changes in them changes the name."""

    kind: CardKind
    shape: CardShape
    title: str
    kicker: str = ""
    line: str = ""
    by: str = ""
    institution: str
    office: str = ""
    primary: str
    accent: str
    photo: str = ""
    coat: str = ""

    @property
    def size(self) -> tuple[int, int]:
        return SIZES[self.shape]

    def digest(self) -> str:
        """The same for two cards that look the same."""
        told = json.dumps([DRAWING, asdict(self)], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


def drawable(text: str) -> str:
    """The text in one line, without what the font has no letter for, such as emojis."""
    kept = "".join(each if _has_letter(each) else " " for each in unicodedata.normalize("NFC", cleaned(text)))
    return " ".join(kept.split())


def _has_letter(character: str) -> bool:
    point = ord(character)
    return point <= EXTENDED_LATIN or point in PUNCTUATION or point in MONEY
