"""Telling the API's feed of changes what happens to pages and alerts, in the transaction in which it happens."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from headless.actions.changes import append_due, look_again, record
from headless.models import PublicItem
from headless.watching import Watched, followed, follower_of
from pages.models import Alert


@transaction.atomic
def follow_saved(*, page: Page, at: datetime) -> None:
    """Tell of a page that was saved and, when its address changed, of what hangs from it."""
    watched = follower_of(page.specific_class)
    if watched and (page.live or _known(watched, page)):
        record(watched=watched, keys=[page.pk], at=at)
    if _address_changed(page):
        _look_below(page, at)


def follow_deleted(*, page: Page, at: datetime) -> None:
    """Tell of a page that was deleted, alone or with its parent."""
    if watched := follower_of(page.__class__):
        record(watched=watched, keys=[page.pk], at=at)


def follow_alert(*, alert: Alert, at: datetime) -> None:
    """Tell of an alert that was published, withdrawn or deleted."""
    if watched := follower_of(Alert):
        record(watched=watched, keys=[alert.pk], at=at)


@transaction.atomic
def follow_privacy(*, page: Page, at: datetime) -> None:
    """Tell of what a page and those below it became by being made private or public."""
    _look_below(page, at)
    append_due(at)


def _known(watched: Watched, page: Page) -> bool:
    return PublicItem.objects.filter(type=watched.name, key=page.pk).exists()


def _address_changed(page: Page) -> bool:
    """Wagtail mends the addresses below a page after saving it: until then those of its children tell."""
    return page.numchild > 0 and page.get_children().exclude(url_path__startswith=page.url_path).exists()


def _look_below(page: Page, at: datetime) -> None:
    live = Page.objects.descendant_of(page, inclusive=True).live()
    for watched in followed():
        if not issubclass(watched.model, Page):
            continue
        if keys := list(live.type(watched.model).values_list("pk", flat=True)):
            look_again(watched=watched, keys=keys, at=at)
