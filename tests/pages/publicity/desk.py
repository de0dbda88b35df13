"""Publishing, and reading what stood in the way."""

from pages.actions.publication import PublicationRefused


def attempt(piece) -> dict[str, str]:
    """Publish; what stood in the way, by field."""
    try:
        piece.save_revision().publish()
    except PublicationRefused as refusal:
        return {name: " ".join(messages) for name, messages in refusal.message_dict.items()}
    return {}
