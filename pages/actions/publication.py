"""What happens when a note is published: obstacles are named, its number is given, its instant is noted."""

from datetime import datetime

from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import Revision

from institution.actions.numbers import issue_number
from institution.models import RestrictionPeriod, User
from institution.rules.lima import LIMA
from pages.models.news import NewsPage
from pages.rules.publication import PublicityMark, missing_parts, public_instant, publicity_obstacles

SERIES_CODE = "nota-prensa"


class PublicationRefused(ValidationError):
    """The note can't be published as it is; the messages say what to mend, by field."""


def publication_obstacles(note: NewsPage, *, at: datetime) -> dict[str, str]:
    """What must be mended before the note is published at `at`, by field name."""
    missing = missing_parts(summary=note.summary, photo=note.lead_photo_id is not None, alt=note.lead_photo_alt)
    return missing | _publicity_obstacles(note.publicity_mark, at)


def _publicity_obstacles(mark: PublicityMark, at: datetime) -> dict[str, str]:
    if not mark.is_publicity:
        return {}
    restricted = RestrictionPeriod.objects.active(on=at.astimezone(LIMA).date()).exists()
    return publicity_obstacles(mark, restricted=restricted)


def prepare_publication(*, page: NewsPage, revision: Revision, by: User | None, at: datetime) -> None:
    """Number the note the first time that it goes live, and note the instant it carries.

    Runs inside the publishing transaction: if publishing fails the number goes back. A note that is only
    scheduled gets neither until its time comes. Raises PublicationRefused.
    """
    draft = revision.as_object()
    if obstacles := publication_obstacles(draft, at=at):
        raise PublicationRefused(obstacles)
    if draft.go_live_at and draft.go_live_at > at:
        return
    number = page.number or issue_number(series_code=SERIES_CODE, subject=draft.title, by=by, at=at)
    instant = public_instant(published_at=draft.published_at, embargo_until=draft.embargo_until, at=at)
    NewsPage.objects.filter(pk=page.pk).update(number=number)
    _carry(revision, page, number_id=number.pk, published_at=instant)


def drop_schedule(*, page: NewsPage, revision: Revision, refusal: PublicationRefused) -> None:
    """Take the revision out of the schedule and write the reason in the note's history."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=page, action="pages.publication_refused", data={"reasons": refusal.messages}, revision=revision)


def _carry(revision: Revision, page: NewsPage, *, number_id: int, published_at: datetime) -> None:
    """Put the number and the instant where the publishing action will read them: the row and the revision."""
    for holder in {id(page): page, id(revision.content_object): revision.content_object}.values():
        holder.number_id = number_id
        holder.published_at = published_at
    revision.content["published_at"] = published_at.isoformat()
    revision.save(update_fields=["content"])
