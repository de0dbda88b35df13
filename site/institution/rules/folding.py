"""Words as people type them, made comparable."""

from anyascii import anyascii


def folded(text: object) -> str:
    """The text without accents or capitals, to compare what people type."""
    return anyascii(str(text)).casefold()
