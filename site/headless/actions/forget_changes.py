"""Forgetting what the feed told long ago."""

from datetime import datetime, timedelta

from django.db import transaction

from headless.enums import ItemState
from headless.models import Change, FeedClock, PublicItem

KEPT_FOR = timedelta(days=90)


def forget_old_changes(at: datetime) -> int:
    """Forget the changes of over ninety days ago, tombstones too; how many. Always the oldest, so no gap is left."""
    old = Change.objects.filter(at__lt=at - KEPT_FOR)
    return _forget(at) if old.exists() else 0


@transaction.atomic
def _forget(at: datetime) -> int:
    clock = FeedClock.objects.hold()
    kept = Change.objects.filter(at__gte=at - KEPT_FOR).order_by("sequence").first()
    clock.forgotten = kept.sequence - 1 if kept else clock.last
    clock.save(update_fields=["forgotten"])
    PublicItem.objects.filter(state=ItemState.DELETED, sequence__lte=clock.forgotten).delete()
    return Change.objects.filter(sequence__lte=clock.forgotten).delete()[0]
