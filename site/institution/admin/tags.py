"""States as coloured tags that always carry the word."""

from enum import StrEnum

from django.utils.html import format_html
from django.utils.safestring import SafeString


class Tone(StrEnum):
    """How a state should strike the eye; the word says what it is."""

    GOOD = "good"
    WAITING = "waiting"
    STOPPED = "stopped"
    QUIET = "quiet"


def tag(word: str, tone: Tone) -> SafeString:
    """The word inside its coloured tag."""
    return format_html('<span class="state-tag state-tag--{}">{}</span>', tone, word)
