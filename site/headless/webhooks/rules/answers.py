"""What a receiver means by its answer."""

from headless.webhooks.enums import Outcome

GONE = 410
# Too early, too many, or what stands before the receiver is all that answered (RFC 9110, RFC 8470, RFC 6585).
NOT_NOW = {408, 425, 429, 502, 503, 504}


def outcome_of(status: int) -> Outcome:
    """What a status means: any 2xx accepts, 410 asks for no more, and a redirect, which nobody follows, refuses.

    Source: Standard Webhooks, «Deliverability and reliability».
    """
    if 200 <= status < 300:
        return Outcome.ACCEPTED
    if status == GONE:
        return Outcome.GONE
    return Outcome.NOT_NOW if status in NOT_NOW else Outcome.REFUSED


def seconds_asked(retry_after: str | None) -> int | None:
    """The seconds that a receiver asked to be left alone (`Retry-After`, RFC 9110); None if it didn't say seconds."""
    text = (retry_after or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
