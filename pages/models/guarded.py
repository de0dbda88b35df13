"""Pages that are published only when nothing stands in the way, whoever or whatever publishes them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

SCHEDULED = "wagtail.publish.scheduled"


class Guarded:
    """For page types: every way of publishing (form, list, code, schedule) passes by `prepare_to_publish`."""

    def prepare_to_publish(self, revision: Revision, *, by: Any, at: datetime) -> None:
        """Raise PublicationRefused when a picture of the version shows somebody who did not agree."""
        from pages.actions.publication import PublicationRefused
        from pages.picture_consent import picture_obstacles

        if obstacles := picture_obstacles(revision.as_object(), at):
            raise PublicationRefused(obstacles)

    def publish(self, revision, user=None, changed=True, log_action=True, previous_revision=None, **kwargs):
        """Publish. Raises PublicationRefused when the law, or what the type asks, stands in the way.

        What was scheduled and is refused when its time comes stays as it was, out of schedule; its history says why.
        """
        from pages.actions.publication import PublicationRefused, drop_schedule, keep_refusal

        try:
            with transaction.atomic():
                self.prepare_to_publish(revision, by=user, at=timezone.now())
                super().publish(revision, user, changed, log_action, previous_revision, **kwargs)  # type: ignore[misc]
        except PublicationRefused as refusal:
            keep_refusal(refusal)
            if log_action != SCHEDULED:
                raise
            drop_schedule(page=self, revision=revision, refusal=refusal)
