"""What the feed of changes hears of pages and alerts.

The rows' own signals are heard, not Wagtail's: those of a removal, a move or a new address are sent after the
transaction that does it, and what happens in between would never be told.
"""

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, get_page_models

TELLING = frozenset({"live", "slug", "url_path", "path", "expire_at", "embargo_until", "last_published_at"})


def connect() -> None:
    """Have the feed follow what is offered, and listen; called once, after the API's resources."""
    from pages.api.watching import watch_offered
    from pages.models import Alert

    watch_offered()
    for model in (Page, *get_page_models()):
        post_save.connect(hear_saved, sender=model, dispatch_uid=f"pages.changes.saved.{model.__name__}")
        post_delete.connect(hear_deleted, sender=model, dispatch_uid=f"pages.changes.deleted.{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(hear_alert, sender=Alert, dispatch_uid="pages.changes.alert")
    post_save.connect(hear_made_private, sender=PageViewRestriction, dispatch_uid="pages.changes.private")
    post_delete.connect(hear_made_public, sender=PageViewRestriction, dispatch_uid="pages.changes.public")


def hear_saved(sender, instance, raw, update_fields, **kwargs) -> None:
    """A page was saved, in whole or in something that the public can tell."""
    from pages.actions.follow_changes import follow_saved

    if not raw and (update_fields is None or TELLING & set(update_fields)):
        follow_saved(page=instance, at=timezone.now())


def hear_deleted(sender, instance, **kwargs) -> None:
    """A page is gone."""
    from pages.actions.follow_changes import follow_deleted

    follow_deleted(page=instance, at=timezone.now())


def hear_alert(sender, instance, raw=False, **kwargs) -> None:
    """An alert was saved, or is gone."""
    from pages.actions.follow_changes import follow_alert

    if not raw:
        follow_alert(alert=instance, at=timezone.now())


def hear_made_private(sender, instance, raw, **kwargs) -> None:
    """A page and what hangs from it became private, or private in another way."""
    from pages.actions.follow_changes import follow_privacy

    if not raw:
        follow_privacy(page=instance.page, at=timezone.now())


def hear_made_public(sender, instance, origin, **kwargs) -> None:
    """A restriction was lifted. One that goes with its page says nothing: what hangs from it is going too."""
    from pages.actions.follow_changes import follow_privacy

    source = origin.model if isinstance(origin, QuerySet) else type(origin)
    if source is PageViewRestriction:
        follow_privacy(page=instance.page, at=timezone.now())
