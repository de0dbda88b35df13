"""What is being written, as the API's preview shows it."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from headless.resources import Drafts
from institution.models import User

PREFETCHED = "_prefetched_objects_cache"


def drafts_of(model: type[Page], enrich: Callable[[QuerySet, datetime], QuerySet] = lambda rows, at: rows) -> Drafts:
    """The drafts of a type of page; `enrich` adds what its writers compute of each row."""
    return Drafts(
        model=model, rows=lambda at: enrich(model.objects.all(), at), latest=latest_version, may_edit=may_edit
    )


def latest_version(row: Page) -> Page:
    """The latest version of a page, with what was computed of its row; what hangs from it is the version's own."""
    version = row.get_latest_revision_as_object()
    for name, value in vars(row).items():
        if name != PREFETCHED and name not in vars(version):
            setattr(version, name, value)
    return version


def may_edit(user: User, page: Page) -> bool:
    """Whether the person may edit the page now."""
    return user.is_active and page.permissions_for_user(user).can_edit()
