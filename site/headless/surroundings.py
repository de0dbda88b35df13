"""What the items show without being items: pictures, units, districts. When any of it changes, so do the answers."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone

_surrounding: set[type[Model]] = set()


def show(*models: type[Model]) -> None:
    """Have every change of a row of those models move what is told, in the transaction that makes it.

    Called by a room for each table that its answers read, but for the items' own: those the feed follows.
    """
    for model in models:
        _surrounding.add(model)
        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(_hear, sender=model, dispatch_uid=f"headless.surroundings.{model._meta.label}")


def shown() -> set[type[Model]]:
    """The models whose changes are heard."""
    return set(_surrounding)


def _hear(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    from headless.models import FeedClock

    if not raw:
        FeedClock.objects.surroundings_moved(timezone.now())
