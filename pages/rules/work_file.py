"""What the facts sheet of a work must say before it is published, and what can't be true."""

from datetime import date

from django.utils.translation import gettext as _

Day = tuple[str, date | None]


def missing_in_file(*, cui: str | None, modality: str, district: int | None) -> dict[str, str]:
    """What a work lacks to be published, by field name."""
    missing = {}
    if not cui:
        missing["cui"] = _("Escriba el CUI: sin él la obra no se puede publicar.")
    if not modality:
        missing["modality"] = _("Elija la modalidad de ejecución.")
    if district is None:
        missing["district"] = _("Elija el distrito donde está la obra.")
    return missing


def span_errors(start: Day, end: Day) -> dict[str, str]:
    """A complaint about the end when it comes before the start; each is a field's name with its day."""
    if start[1] and end[1] and end[1] < start[1]:
        return {end[0]: _("El término no puede ser anterior al inicio: revise las dos fechas.")}
    return {}
