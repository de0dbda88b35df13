"""Recording how far a work has come, and correcting what was recorded."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.models import InstitutionImage, User
from institution.rules.lima import LIMA
from pages.actions.work_moves import may_record, note_fact
from pages.enums import WorkStage
from pages.models import AdvancePhoto, PublicWorkPage, WorkAdvance
from pages.rules.advances import Advance, advance_obstacles
from pages.rules.works import MAY_ADVANCE

Photo = tuple[InstitutionImage, str]


class AdvanceRefused(ValidationError):
    """The advance can't be recorded so; the messages say why, by field."""


@transaction.atomic
def record_advance(
    *,
    work: PublicWorkPage,
    on: date,
    physical: Decimal,
    financial: Decimal,
    by: User | None,
    at: datetime,
    amount: Decimal | None = None,
    note: str = "",
    reason: str = "",
    photos: Sequence[Photo] = (),
    replaces: WorkAdvance | None = None,
) -> WorkAdvance:
    """Record how far the work had come on a day, with pictures and their alternative text; public at once.

    Percentages are accumulated, the amount is in soles. `by` is None when the program itself does it. Raises
    AdvanceRefused when the person may not, or the rules of `pages.rules.advances` don't let it.
    """
    kept = PublicWorkPage.objects.select_for_update(of=("self",)).get(pk=work.pk)
    _refuse_who_may_not(kept, by)
    _refuse_without_consent(photos)
    new = Advance(on, physical, financial, reason)
    others = [each.measured for each in kept.advances.in_force()]
    if obstacles := advance_obstacles(new, others, today=at.astimezone(LIMA).date()):
        raise AdvanceRefused(obstacles)
    advance = WorkAdvance.objects.create(
        work=kept, on=on, physical=physical, financial=financial, amount=amount, note=note.strip(),
        reason=reason.strip(), replaces=replaces, recorded_by=by, recorded_at=at,
    )  # fmt: skip
    _keep_photos(advance, photos)
    note_fact(work, at=at)
    log(instance=work, action="pages.work.advance", user=by, data={"advance": str(advance)})
    return advance


@transaction.atomic
def correct_advance(
    *, advance: WorkAdvance, correction_reason: str, by: User | None, at: datetime, **values: Any
) -> WorkAdvance:
    """Put a right row in the place of a wrong one, which is kept and marked. `values` are those of `record_advance`.

    Raises AdvanceRefused without a reason, for a row that was corrected already, and as `record_advance` does.
    """
    if not correction_reason.strip():
        raise AdvanceRefused({"correction_reason": _("Escriba qué estaba mal: quedará en el registro.")})
    marked = WorkAdvance.objects.in_force().filter(pk=advance.pk)
    if not marked.update(corrected_at=at, correction_reason=correction_reason.strip()):
        raise AdvanceRefused(_("Este avance ya fue corregido: corrija el que lo reemplaza."))
    advance.refresh_from_db()
    return record_advance(work=advance.work, by=by, at=at, replaces=advance, **values)


def _refuse_who_may_not(work: PublicWorkPage, by: User | None) -> None:
    if by is not None and not may_record(by, work):
        raise AdvanceRefused(_("No puede registrar avances: lo hace quien puede publicar la obra (Jefatura)."))
    if WorkStage(work.stage) not in MAY_ADVANCE:
        told = {"stage": work.get_stage_display()}
        raise AdvanceRefused(_("La obra está «%(stage)s»: pásela a «En ejecución» antes de registrar avances.") % told)


def _refuse_without_consent(photos: Sequence[Photo]) -> None:
    """The photos are public at once: none may show somebody who did not agree."""
    shown = InstitutionImage.objects.filter(pk__in=[image.pk for image, _alt in photos])
    if faulty := shown.awaiting_consent().first():
        told = {"title": faulty.title, "why": faulty.publication_fault}
        raise AdvanceRefused(_("No se puede publicar la foto «%(title)s»: %(why)s.") % told)


def _keep_photos(advance: WorkAdvance, photos: Sequence[Photo]) -> None:
    AdvancePhoto.objects.bulk_create(
        AdvancePhoto(advance=advance, image=image, alt=alt, sort_order=order)
        for order, (image, alt) in enumerate(photos)
    )
