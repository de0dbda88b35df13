"""Publicity during an election: what the law asks, whom the piece names or shows, and the log of every attempt."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from institution.models import RestrictionPeriod, User
from institution.rules.lima import LIMA
from pages.documents.photos import piece_pictures
from pages.enums import PublicityOutcome
from pages.models import Authority, PublicityDecision
from pages.models.piece import Piece
from pages.rules.officials import Official, officials_named
from pages.rules.publication import Naming, publicity_obstacles
from pages.wording import texts_of


@dataclass(frozen=True)
class Attempt:
    """Somebody's try at publishing a version of a piece; `key` keeps it from being noted twice."""

    piece: Piece
    revision: Revision | None
    by: User | None
    at: datetime
    key: uuid.UUID = field(default_factory=uuid.uuid4)


def restrictions(*, at: datetime) -> list[RestrictionPeriod]:
    """The periods in force at `at`."""
    return list(RestrictionPeriod.objects.active(on=at.astimezone(LIMA).date()))


def publicity_faults(piece: Piece, *, at: datetime) -> dict[str, str]:
    """What stands in the way of the piece as publicity at `at`, by field name; nothing asks for it otherwise."""
    if not (piece.is_publicity and restrictions(at=at)):
        return {}
    return publicity_obstacles(piece.publicity_mark, restricted=True, naming=officials_in(piece, at=at))


def officials_at(*, at: datetime) -> list[Official]:
    """Who holds a post at `at`."""
    return [Official(row.name, row.position) for row in _authorities(at)]


def officials_in(piece: Piece, *, at: datetime) -> list[Naming]:
    """Where the piece names or shows somebody who holds a post at `at`."""
    rows = list(_authorities(at))
    officials = [Official(row.name, row.position) for row in rows]
    places = [*texts_of(piece), *_picture_texts(piece)]
    found = [Naming(words, place) for place, text in places for words in officials_named(text, officials)]
    return [*found, *_portraits(piece, rows)]


@transaction.atomic
def note_attempt(attempt: Attempt, *, reasons: list[str]) -> None:
    """Write the attempt in the log of every period in force, if the piece is publicity; writing it twice does nothing.

    With `reasons` it was refused.
    """
    periods = restrictions(at=attempt.at) if attempt.piece.is_publicity else []
    for period in periods:
        decision, new = PublicityDecision.objects.get_or_create(
            attempt=attempt.key, period=period, defaults=_declared(attempt, reasons)
        )
        if new:
            data = {"outcome": str(decision.get_outcome_display()), "authorisation": decision.authorisation}
            log(instance=decision, action="pages.publicity.decided", user=attempt.by, timestamp=attempt.at, data=data)


@transaction.atomic
def mark_reported(
    *, decision: PublicityDecision, document: str, on: date, by: User | None, at: datetime
) -> PublicityDecision:
    """Note with which document the jury was told, and on which day.

    Raises ValueError when there is nothing to report, or no document.
    """
    current = PublicityDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if not current.awaits_report():
        raise ValueError(_("Esta publicidad ya figura como reportada, o no necesitaba reporte."))
    if not document.strip():
        raise ValueError(_("Anote el documento con que se reportó."))
    current.reported_on, current.report_document = on, document.strip()
    current.save(update_fields=["reported_on", "report_document"])
    log(instance=current, action="pages.publicity.reported", user=by, timestamp=at, data={"document": document})
    return current


def _declared(attempt: Attempt, reasons: list[str]) -> dict:
    piece = attempt.piece
    # What was refused may be undone with the transaction that tried it: the draft, or a page that was new.
    saved = Page.objects.filter(pk=piece.pk).first() if piece.pk else None
    revision = Revision.objects.filter(pk=attempt.revision.pk).first() if attempt.revision else None
    return {
        "page": saved,
        "revision": revision,
        "title": piece.title,
        "address": (saved and saved.get_full_url()) or "",
        "decided_at": attempt.at,
        "decided_by": attempt.by,
        "outcome": PublicityOutcome.REFUSED if reasons else PublicityOutcome.ALLOWED,
        "reasons": reasons,
        "ground": piece.publicity_ground,
        "medium": piece.publicity_medium,
        "justification": piece.publicity_justification.strip(),
        "authorisation": piece.publicity_authorisation,
        "report_due_on": piece.publicity_report_due_on,
    }


def _authorities(at: datetime):
    day = at.astimezone(LIMA).date()
    governs = Q(page__term__isnull=True) | Q(page__term__starts_on__lte=day, page__term__ends_on__gte=day)
    return Authority.objects.filter(governs, page__live=True)


def _picture_texts(piece: Piece) -> list[tuple[str, str]]:
    images = [image for image, _caption, _credit in piece_pictures(piece) if image]
    prefetch_related_objects(images, "tags")
    return [
        (_place(image), ". ".join([image.title, image.description, *map(str, image.tags.all())])) for image in images
    ]


def _portraits(piece: Piece, authorities: list[Authority]) -> list[Naming]:
    shown = {image.pk: image for image, _caption, _credit in piece_pictures(piece) if image}
    return [Naming(row.name, _place(shown[row.photo_id])) for row in authorities if row.photo_id in shown]


def _place(image) -> str:
    return _("foto «%(title)s»") % {"title": image.title}
