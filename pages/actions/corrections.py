"""Correcting what was published: a note beside the text, and nothing else when the text belongs to a past term."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import User
from institution.rules.lima import LIMA
from pages.history import frozen_by
from pages.models import Correction
from pages.models.piece import Piece
from pages.rules.rewriting import rewritten


@transaction.atomic
def add_correction(*, page: Piece, text: str, by: User | None, at: datetime) -> Correction:
    """Publish a correction note over what is public now; a draft that waits is left behind.

    Raises ValueError without words, PublicationRefused when something else stands in the way.
    """
    if not text.strip():
        raise ValueError(_("Escriba qué decía y qué debe decir."))
    current = type(page).objects.get(pk=page.pk)
    note = Correction(made_on=at.astimezone(LIMA).date(), text=text.strip())
    current.corrections.add(note)
    current.save_revision(user=by, log_action=False).publish(user=by, skip_permission_checks=True)
    log(instance=current, action="pages.correct", user=by, data={"text": note.text})
    return note


def refuse_rewriting(piece: Piece, at: datetime) -> dict[str, str]:
    """What belongs to a past term goes public again only as it was, with at most one more correction note."""
    kept = type(piece).objects.filter(pk=piece.pk).first()
    term = frozen_by(kept, at=at) if kept else None
    if kept is None or term is None or not rewritten(piece.serializable_data(), kept.serializable_data()):
        return {}
    told = _("Se publicó en la «%(term)s», que ya terminó: se conserva como fue. Póngale una fe de erratas.")
    return {"title": told % {"term": term.name}}
