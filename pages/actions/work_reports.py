"""Receiving the problems that citizens report of works, settling them, and erasing them when their time comes."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.actions.mail import send_once
from institution.models import InstitutionSettings, User
from pages.enums import WorkReportState
from pages.models import PublicWorkPage, WorkReport

KEPT_FOR = timedelta(days=365)


class NotSettled(ValidationError):
    """The report can't be settled so; the messages say why, by field."""


@transaction.atomic
def receive_report(
    *,
    work: PublicWorkPage,
    problem: str,
    consent_text: str,
    at: datetime,
    place: str = "",
    name: str = "",
    email: str = "",
    photo: ContentFile | None = None,
) -> WorkReport:
    """Keep what a citizen tells for a year, and tell the unit that is responsible by mail."""
    report = WorkReport(
        work=work, problem=problem, place=place, name=name, email=email, consent_text=consent_text,
        received_at=at, erase_on=(at + KEPT_FOR).date(),
    )  # fmt: skip
    if photo:
        report.photo.save("foto.jpg", photo, save=False)
    report.save()
    _tell_unit(report, at=at)
    return report


@transaction.atomic
def settle_report(*, report: WorkReport, state: WorkReportState, outcome: str, by: User, at: datetime) -> WorkReport:
    """Note what was done about a report. Raises NotSettled without saying what, or if it was settled already."""
    if not outcome.strip():
        raise NotSettled({"outcome": _("Escriba qué se hizo, o por qué se descarta.")})
    waiting = WorkReport.objects.filter(pk=report.pk, state=WorkReportState.RECEIVED)
    if not waiting.update(state=state, outcome=outcome.strip(), settled_by=by, settled_at=at):
        raise NotSettled(_("Este reporte ya estaba cerrado."))
    report.refresh_from_db()
    log(instance=report, action="pages.work.report_settled", user=by)
    return report


def erase_old_reports(*, at: datetime) -> int:
    """Erase the reports whose retention ended; how many. Their photos go with them (`pages.receivers`)."""
    return WorkReport.objects.filter(erase_on__lt=at.date()).delete()[0]


def _tell_unit(report: WorkReport, *, at: datetime) -> None:
    recipient = report.work.complaint_contact[0] or InstitutionSettings.load().email
    if not recipient:
        return
    lines = [
        _("Una persona reportó un problema en «%(work)s» (CUI %(cui)s):")
        % {"work": report.work.title, "cui": report.work.cui},
        report.problem,
        _("Lugar: %(place)s") % {"place": report.place} if report.place else "",
        _("Adjuntó una foto: se ve en el registro «Reportes de obras»; anote allí qué se hizo.")
        if report.photo
        else _("Anote qué se hizo en el registro «Reportes de obras»."),
    ]
    send_once(
        key=f"work-report-{report.pk}",
        to=recipient,
        subject=_("[Obras] Problema reportado: %(work)s") % {"work": report.work.title},
        body="\n\n".join(filter(None, lines)),
        reply_to=report.email,
        at=at,
    )
