"""How long a text is, in the units in which each network counts."""

import unicodedata
from itertools import pairwise

from pages.rules.social.graphemes import emojis_in, links_in

# twitter-text, configuration version 3: what one character weighs, in hundredths. Everything else weighs 200.
SCALE, WEIGHT, LINK_LENGTH, EMOJI_LENGTH = 100, 200, 23, 2
LIGHT_WEIGHT = 100
LIGHT_RANGES = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def utf16_units(text: str) -> int:
    """The length that browsers, Java and TikTok count: an emoji is two or more.

    Source: TikTok, Content Posting API («2200 in UTF-16 runes»). Meta and LinkedIn say «characters» and no more: this
    count is never below theirs.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """The length in bytes: an accented letter is two.

    Source: YouTube Data API, videos, `snippet.description`.
    """
    return len(text.encode("utf-8", "surrogatepass"))


def weighted(text: str) -> int:
    """The length that X counts: a link is 23, an emoji 2, a letter of our alphabet 1, of far ones 2.

    Source: twitter-text, `config/v3.json` (weightedLength, rounded down), and X's «Counting characters».
    """
    text = unicodedata.normalize("NFC", text)
    links = links_in(text)
    total = LINK_LENGTH * SCALE * len(links)
    for start, end in _between(links, len(text)):
        total += _weight(text[start:end])
    return total // SCALE


def _weight(text: str) -> int:
    emojis = emojis_in(text)
    plain = (text[start:end] for start, end in _between(emojis, len(text)))
    return EMOJI_LENGTH * SCALE * len(emojis) + sum(_character_weight(ord(each)) for part in plain for each in part)


def _between(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What is outside the spans."""
    bounds = [(0, 0), *spans, (length, length)]
    return [(before[1], after[0]) for before, after in pairwise(bounds)]


def _character_weight(point: int) -> int:
    return LIGHT_WEIGHT if any(first <= point <= last for first, last in LIGHT_RANGES) else WEIGHT
