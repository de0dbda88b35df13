"""What is told by mail to whoever registered for an event; each message leaves once."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.actions.mail import send_once
from institution.models import InstitutionSettings
from institution.public_address import public_address
from pages.enums import RegistrationState
from pages.feeds.calendar import calendar_of_date
from pages.models import EventPage, EventRegistration, EventStatus


def tell_change(*, people: Iterable[EventRegistration], status: EventStatus, at: datetime) -> int:
    """Tell those whose date changes how their event stands now; how many messages were queued."""
    return sum(_tell(each, status, *_change(each, status), at=at) for each in people)


def tell_moved(*, people: Iterable[EventRegistration], status: EventStatus, at: datetime) -> None:
    """Tell those whose date has another time, or takes place after all."""
    for each in people:
        lines = [_("La fecha a la que se inscribió tiene un nuevo horario; su inscripción sigue."), *_when(each)]
        _tell(each, status, _("Nuevo horario: %(title)s"), lines, at=at)


def tell_off(*, people: Iterable[EventRegistration], status: EventStatus, at: datetime) -> None:
    """Tell those whose date doesn't take place any more."""
    for each in people:
        was = {"was": _written(each.original_start)}
        lines = [_("La fecha a la que se inscribió (%(was)s) se suspendió. El evento sigue en sus otras fechas.") % was]
        lines += [_("Si desea ir otro día, inscríbase de nuevo en la página del evento.")]
        _tell(each, status, _("Fecha suspendida: %(title)s"), lines, at=at)


def _tell(each: EventRegistration, status: EventStatus, subject: str, lines: list[str], *, at: datetime) -> bool:
    return send_once(
        key=f"event:{each.event_id}:{status.sequence}:{each.pk}",
        to=each.email,
        subject=subject % {"title": each.event.title},
        body=_letter(each.name, lines, each.event),
        at=at,
    )


def tell_registered(*, registration: EventRegistration, token: str, at: datetime) -> None:
    """Confirm the place, or the turn in the waiting list, with the link that cancels it; once for each link."""
    event, waits = registration.event, registration.state == RegistrationState.WAITING
    subject = _("Lista de espera: %(title)s") if waits else _("Su inscripción: %(title)s")
    lines = [_waiting_words() if waits else _("Su inscripción está confirmada."), *_when_and_where(registration)]
    link = public_address(reverse("cancel_registration", args=[token]))
    lines += ["", _("Si no podrá ir, cancele aquí y otra persona tomará su lugar:"), link]
    send_once(
        key=f"event:{event.pk}:registered:{registration.pk}:{registration.digest[:16]}",
        to=registration.email,
        subject=subject % {"title": event.title},
        body=_letter(registration.name, lines, event),
        at=at,
        attachments={} if waits else _calendar(registration, at),
    )


def tell_promoted(*, registration: EventRegistration, at: datetime) -> None:
    """Say that a place became free and is theirs."""
    event = registration.event
    lines = [
        _("Se liberó una vacante y ahora es suya: su inscripción está confirmada."),
        *_when_and_where(registration),
    ]
    lines += ["", _("Si no podrá ir, use el enlace para cancelar del último correo con que le confirmamos su turno.")]
    send_once(
        key=f"event:{event.pk}:promoted:{registration.pk}",
        to=registration.email,
        subject=_("Tiene una vacante: %(title)s") % {"title": event.title},
        body=_letter(registration.name, lines, event),
        at=at,
        attachments=_calendar(registration, at),
    )


def _waiting_words() -> str:
    return _("Las vacantes están ocupadas: quedó en la lista de espera. Si se libera una, le avisaremos por correo.")


def _change(each: EventRegistration, status: EventStatus) -> tuple[str, list[str]]:
    if status.cancelled:
        return _("Cancelado: %(title)s"), [_("El evento fue cancelado."), _reason(status)]
    if status.postponed:
        return _("Postergado: %(title)s"), [_postponement(each, status), _reason(status)]
    return _("Confirmado: %(title)s"), [_("El evento se realizará en sus fechas."), *_when(each)]


def _postponement(each: EventRegistration, status: EventStatus) -> str:
    was, date = _written(each.original_start), each.date
    if status.postponed_to is None or date is None:
        return _("El evento previsto para el %(was)s fue postergado. La nueva fecha está por anunciarse.") % {
            "was": was
        }
    return _("El evento previsto para el %(was)s fue postergado al %(to)s.") % {
        "was": was,
        "to": _written(date.starts_at),
    }


def _reason(status: EventStatus) -> str:
    return _("Motivo: %(reason)s") % {"reason": status.reason}


def _when(registration: EventRegistration) -> list[str]:
    date = registration.date
    return [_("Cuándo: %(when)s") % {"when": _written(date.starts_at, all_day=date.all_day)}] if date else []


def _when_and_where(registration: EventRegistration) -> list[str]:
    lines, event = _when(registration), registration.event
    if place := event.place_words:
        lines.append(_("Dónde: %(place)s") % {"place": place})
    if event.virtual_url:
        lines.append(_("Por internet: %(url)s") % {"url": event.virtual_url})
    return lines


def _calendar(registration: EventRegistration, at: datetime) -> dict[str, bytes]:
    event = registration.event
    return {f"{event.slug}.ics": calendar_of_date(event, registration.original_start, at=at)}


def _letter(name: str, lines: list[str], event: EventPage) -> str:
    institution = InstitutionSettings.load()
    greeting, more = _("Buen día, %(name)s:") % {"name": name}, _("Más información: %(url)s") % {"url": event.full_url}
    return "\n".join([greeting, "", event.title, *lines, "", more, "", institution.name])


def _written(instant: datetime | None, *, all_day: bool = False) -> str:
    return date_format(localtime(instant), "DATE_FORMAT" if all_day else "DATETIME_FORMAT") if instant else ""
