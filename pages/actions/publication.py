"""What happens when a piece is published: obstacles are named, it is issued, its instant is noted."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import Revision

from institution.models import RestrictionPeriod, User
from institution.rules.lima import LIMA
from pages.models.piece import Piece
from pages.obstacles import CHECKS
from pages.rules.publication import PublicityMark, missing_parts, public_instant, publicity_obstacles


class PublicationRefused(ValidationError):
    """The piece can't be published as it is; the messages say what to mend, by field."""


def publication_obstacles(piece: Piece, *, at: datetime) -> dict[str, str]:
    """What must be mended before the piece is published at `at`, by field name."""
    missing = missing_parts(summary=piece.summary, photo=piece.lead_photo_id is not None, alt=piece.lead_photo_alt)
    obstacles = missing | piece.own_obstacles(at=at) | _publicity_obstacles(piece.publicity_mark, at)
    for check in CHECKS:
        obstacles |= check(piece, at)
    return obstacles


def _publicity_obstacles(mark: PublicityMark, at: datetime) -> dict[str, str]:
    if not mark.is_publicity:
        return {}
    restricted = RestrictionPeriod.objects.active(on=at.astimezone(LIMA).date()).exists()
    return publicity_obstacles(mark, restricted=restricted)


def prepare_publication(*, page: Piece, revision: Revision, by: User | None, at: datetime) -> None:
    """Issue the piece the first time that it goes live, and note the instant it carries.

    Runs inside the publishing transaction. A piece that is only scheduled gets neither until its time comes.
    Raises PublicationRefused.
    """
    draft = revision.as_object()
    if obstacles := publication_obstacles(draft, at=at):
        raise PublicationRefused(obstacles)
    if draft.go_live_at and draft.go_live_at > at:
        return
    instant = public_instant(published_at=draft.published_at, embargo_until=draft.embargo_until, at=at)
    _carry(revision, page, page.issue(draft, by=by, at=at) | {"published_at": instant})


def drop_schedule(*, page: Piece, revision: Revision, refusal: PublicationRefused) -> None:
    """Take the revision out of the schedule and write the reason in the piece's history."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=page, action="pages.publication_refused", data={"reasons": refusal.messages}, revision=revision)


def _carry(revision: Revision, page: Piece, given: dict[str, Any]) -> None:
    """Put what was given where the publishing action will read it: the row and the revision."""
    for holder in {id(page): page, id(revision.content_object): revision.content_object}.values():
        for name, value in given.items():
            setattr(holder, name, value)
    revision.content["published_at"] = given["published_at"].isoformat()
    revision.save(update_fields=["content"])
