"""What happens when a piece is published: obstacles are named, it is issued, its instant is noted."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import Revision

from institution.models import User
from pages.actions.publicity import Attempt, note_attempt, publicity_faults
from pages.models.piece import Piece
from pages.obstacles import CHECKS
from pages.rules.publication import missing_parts, public_instant


class PublicationRefused(ValidationError):
    """The piece can't be published as it is; the messages say what to mend, by field."""

    def __init__(self, message: Any, attempt: Attempt | None = None):
        super().__init__(message)
        self.attempt = attempt


def publication_obstacles(piece: Piece, *, at: datetime) -> dict[str, str]:
    """What must be mended before the piece is published at `at`, by field name."""
    missing = missing_parts(summary=piece.summary, photo=piece.lead_photo_id is not None, alt=piece.lead_photo_alt)
    obstacles = missing | piece.own_obstacles(at=at) | publicity_faults(piece, at=at)
    for check in CHECKS:
        obstacles |= check(piece, at)
    return obstacles


def prepare_publication(*, page: Piece, revision: Revision, by: User | None, at: datetime) -> None:
    """Issue the piece the first time that it goes live, and note the instant it carries.

    Runs inside the publishing transaction. A piece that is only scheduled gets neither until its time comes.
    Raises PublicationRefused.
    """
    draft = revision.as_object()
    attempt = Attempt(draft, revision, by, at)
    if obstacles := publication_obstacles(draft, at=at):
        raise PublicationRefused(obstacles, attempt)
    if draft.go_live_at and draft.go_live_at > at:
        return
    note_attempt(attempt, reasons=[])
    instant = public_instant(published_at=draft.published_at, embargo_until=draft.embargo_until, at=at)
    _carry(revision, page, page.issue(draft, by=by, at=at) | {"published_at": instant})


def keep_refusal(refusal: PublicationRefused) -> None:
    """Write what was refused in the log of publicity, if it is any.

    The publication that was refused is rolled back, and so may be what its caller did around it: this is called again
    once all of that is over, and writes once.
    """
    if refusal.attempt:
        note_attempt(refusal.attempt, reasons=list(refusal.messages))


def drop_schedule(*, page: Any, revision: Revision, refusal: PublicationRefused) -> None:
    """Take the revision out of the schedule and write the reason in the history of the piece or page."""
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
