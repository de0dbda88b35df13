"""What anybody may see at an instant, as the room that publishes says: nothing else is ever told by a search."""

from collections.abc import Callable
from datetime import datetime

from wagtail.models import PageQuerySet

Visible = Callable[[datetime], PageQuerySet]
_said: list[Visible] = []


def say_what_is_public(visible: Visible) -> None:
    """Have searches tell only of `visible(at)`; the last one that is said holds."""
    _said[:] = [visible]


def public_pages(at: datetime) -> PageQuerySet:
    """The pages that anybody may see at `at`."""
    return _said[0](at)
