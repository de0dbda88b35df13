"""What an event must say before it is published, and when its registration is open."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from institution.rules.lima import LIMA
from pages.enums import EventModality, Frequency
from pages.rules.recurrence import MOST_DATES, Recurrence, Slot, first_days


@dataclass(frozen=True)
class Whereabouts:
    """How one attends an event, and where."""

    modality: str
    place: str
    url: str


def place_obstacles(where: Whereabouts) -> dict[str, str]:
    """What is missing for people to arrive or to connect, by field name."""
    missing = {}
    if where.modality != EventModality.VIRTUAL and not where.place.strip():
        missing["place_name"] = _("Diga dónde es: el local, la plaza o el lugar de encuentro.")
    if where.modality != EventModality.IN_PERSON and not where.url:
        missing["virtual_url"] = _("Ponga la dirección en que se sigue por internet.")
    return missing


def date_obstacles(times: list[Slot], rule: Recurrence | None, changed_days: set[date]) -> dict[str, str]:
    """What is wrong with the dates, by field name. `changed_days` are those that are skipped or moved."""
    if not times:
        return {"dates": _("Añada por lo menos una fecha, en la pestaña «Fechas y lugar».")}
    return repetition_obstacles(min(times, key=lambda each: each.starts).day, rule, changed_days)


def repetition_obstacles(first: date, rule: Recurrence | None, changed_days: set[date]) -> dict[str, str]:
    """What is wrong with how the first date repeats, by field name."""
    if rule is None:
        return {"repeats": _("Hay días suspendidos o movidos, pero el evento no se repite.")} if changed_days else {}
    if not rule.ends:
        return {"repeat_until": _("Diga hasta qué día se repite, o cuántas veces: una de las dos cosas.")}
    if rule.until and rule.until < first:
        return {"repeat_until": _("La repetición termina antes de la primera fecha.")}
    if rule.frequency == Frequency.MONTHLY and rule.nth and len(rule.weekdays) != 1:
        return {"repeat_weekdays": _("Elija un solo día de la semana: el primero, el segundo… de cada mes.")}
    return _days_obstacles(first_days(rule, first, most=MOST_DATES + 1), first, changed_days)


def _days_obstacles(days: list[date], first: date, changed_days: set[date]) -> dict[str, str]:
    if not days or days[0] != first:
        return {"repeats": _("La primera fecha no cae en los días elegidos para repetirse: cambie una u otros.")}
    if len(days) > MOST_DATES:
        most = _("Serían más de %(most)s fechas: acorte la repetición.") % {"most": MOST_DATES}
        return {"repeat_until": most}
    if stray := sorted(changed_days - set(days)):
        told = _("El evento no se repite el %(day)s, que figura como suspendido o movido.")
        return {"repeats": told % {"day": stray[0].strftime("%d/%m/%Y")}}
    return {}


def registration_obstacles(*, open_: bool, consent: str) -> dict[str, str]:
    """What is missing for people to register, by field name. Source of the consent: Ley 29733, art. 5."""
    if open_ and not consent.strip():
        return {"registration_consent": _("Escriba para qué se usan los datos y cuándo se borran.")}
    return {}


def accepts_registrations(
    *, open_: bool, opens_at: datetime | None, closes_at: datetime | None, last_end: datetime | None, at: datetime
) -> bool:
    """Whether somebody may register at `at`: within the period, and before the event is over."""
    if not open_ or last_end is None or last_end <= at:
        return False
    return (opens_at is None or opens_at <= at) and (closes_at is None or closes_at > at)


def day_in_lima(instant: datetime) -> date:
    """The day that it is in Lima."""
    return instant.astimezone(LIMA).date()
