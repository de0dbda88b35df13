"""The report of an election's publicity as the jury receives it, set with Typst."""

import json
import shutil
import tempfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import typst
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from institution.models import InstitutionSettings, RestrictionPeriod, YearName
from pages.documents.note_pdf import COAT, laid_beside
from pages.enums import PublicityOutcome
from pages.models import PublicityDecision

TEMPLATE = Path(__file__).parent / "templates" / "publicity.typ"


def publicity_pdf(period: RestrictionPeriod, *, at: datetime) -> bytes:
    """The PDF's bytes: each piece once, as it was last published, with what was declared of it."""
    with tempfile.TemporaryDirectory(prefix="publicidad-") as folder:
        root = Path(folder)
        shutil.copy(TEMPLATE, root / "publicity.typ")
        data = json.dumps(report_data(period, root, at), ensure_ascii=False)
        (root / "publicity.json").write_text(data, encoding="utf-8")
        return typst.compile(str(root / "publicity.typ"), root=folder)


def report_data(period: RestrictionPeriod, root: Path, at: datetime) -> dict:
    """What the template is set from."""
    institution = InstitutionSettings.load()
    year = YearName.objects.filter(year=localdate(at).year).first()
    rows = latest_allowed(period)
    refused = period.publicity_decisions.filter(outcome=PublicityOutcome.REFUSED).count()
    return {
        "institution": institution.name,
        "office": institution.office_name,
        "contact": " · ".join(filter(None, (institution.address, institution.email))),
        "colour": institution.primary_colour,
        "coat": laid_beside(institution.coat_of_arms, COAT, root / "coat.png"),
        "year_name": year.name if year else "",
        "period": period.name,
        "source": period.legal_source,
        "span": _span(period, at),
        "totals": _totals(rows, refused),
        "rows": [_row(decision) for decision in rows],
        "made": _("Documento generado el %(day)s") % {"day": date_format(localdate(at), "DATE_FORMAT")},
    }


def latest_allowed(period: RestrictionPeriod) -> list[PublicityDecision]:
    """The last time that each piece was published in the period, the oldest first."""
    decisions = period.publicity_decisions.allowed().order_by("decided_at", "pk")
    return list({decision.page_id or decision.address: decision for decision in decisions}.values())


def _span(period: RestrictionPeriod, at: datetime) -> str:
    end = min(filter(None, (period.ends_on, localdate(at))))
    told = {"start": date_format(period.starts_on, "DATE_FORMAT"), "end": date_format(end, "DATE_FORMAT")}
    return _("Del %(start)s al %(end)s") % told


def _totals(rows: list[PublicityDecision], refused: int) -> list[list[str]]:
    counted = Counter(row.get_medium_display() for row in rows) + Counter(row.get_ground_display() for row in rows)
    reported = sum(row.reported_on is not None for row in rows)
    totals = {_("Piezas publicadas"): len(rows), **counted, _("Ya reportadas"): reported}
    totals |= {_("Por reportar"): sum(row.awaits_report() for row in rows), _("Intentos rechazados"): refused}
    return [[name, str(total)] for name, total in totals.items()]


def _row(decision: PublicityDecision) -> dict[str, str]:
    return {
        "title": decision.title,
        "address": decision.address,
        "day": date_format(localtime(decision.decided_at), "SHORT_DATE_FORMAT"),
        "ground": decision.get_ground_display(),
        "justification": decision.justification,
        "medium": decision.get_medium_display(),
        "backing": _backing(decision),
    }


def _backing(decision: PublicityDecision) -> str:
    """The authorisation, or how the report stands."""
    if decision.authorisation:
        return decision.authorisation
    if decision.reported_on:
        day = date_format(decision.reported_on, "SHORT_DATE_FORMAT")
        return _("Reportada el %(day)s: %(document)s") % {"day": day, "document": decision.report_document}
    day = date_format(decision.report_due_on, "SHORT_DATE_FORMAT") if decision.report_due_on else "—"
    return _("A reportar hasta el %(day)s") % {"day": day}
