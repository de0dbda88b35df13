"""What is told by mail to whoever registered for an event; each message leaves once."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from institution.actions.mail import send_once
from institution.models import InstitutionSettings
from pages.enums import RegistrationState
from pages.models import EventPage, EventRegistration, EventStatus


def tell_change(*, event: EventPage, status: EventStatus, at: datetime) -> int:
    """Tell everybody who holds a place or waits for one how the event stands now; how many messages were queued."""
    subject, lines = _change(event, status)
    told = 0
    for each in event.registrations.active().order_by("pk"):
        key = f"event:{event.pk}:{status.sequence}:{each.pk}"
        told += send_once(key=key, to=each.email, subject=subject, body=_letter(each.name, lines, event), at=at)
    return told


def tell_registered(*, registration: EventRegistration, token: str, at: datetime) -> None:
    """Confirm the place, or the turn in the waiting list, with the link that cancels it."""
    event, waits = registration.event, registration.state == RegistrationState.WAITING
    subject = _("Lista de espera: %(title)s") if waits else _("Su inscripción: %(title)s")
    lines = [_waiting_words() if waits else _("Su inscripción está confirmada."), *_when_and_where(event, at)]
    link = settings.PUBLIC_URL.rstrip("/") + reverse("cancel_registration", args=[token])
    lines += ["", _("Si no podrá ir, cancele aquí y otra persona tomará su lugar:"), link]
    send_once(
        key=f"event:{event.pk}:registered:{registration.pk}",
        to=registration.email,
        subject=subject % {"title": event.title},
        body=_letter(registration.name, lines, event),
        at=at,
    )


def tell_promoted(*, registration: EventRegistration, at: datetime) -> None:
    """Say that a place became free and is theirs."""
    event = registration.event
    lines = [_("Se liberó una vacante y ahora es suya: su inscripción está confirmada."), *_when_and_where(event, at)]
    lines += ["", _("Si no podrá ir, use el enlace para cancelar del primer correo que le enviamos.")]
    send_once(
        key=f"event:{event.pk}:promoted:{registration.pk}",
        to=registration.email,
        subject=_("Tiene una vacante: %(title)s") % {"title": event.title},
        body=_letter(registration.name, lines, event),
        at=at,
    )


def _waiting_words() -> str:
    return _("Las vacantes están ocupadas: quedó en la lista de espera. Si se libera una, le avisaremos por correo.")


def _change(event: EventPage, status: EventStatus) -> tuple[str, list[str]]:
    named = {"title": event.title}
    if status.cancelled:
        return _("Cancelado: %(title)s") % named, [_("El evento fue cancelado."), _reason(status)]
    if status.postponed:
        return _("Postergado: %(title)s") % named, [_postponement(status), _reason(status)]
    return _("Confirmado: %(title)s") % named, [_("El evento se realizará en sus fechas."), *_next(event)]


def _postponement(status: EventStatus) -> str:
    was = _written(status.postponed_from)
    if status.postponed_to is None:
        return _("El evento previsto para el %(was)s fue postergado. La nueva fecha está por anunciarse.") % {
            "was": was
        }
    return _("El evento previsto para el %(was)s fue postergado al %(to)s.") % {
        "was": was,
        "to": _written(status.postponed_to),
    }


def _reason(status: EventStatus) -> str:
    return _("Motivo: %(reason)s") % {"reason": status.reason}


def _next(event: EventPage) -> list[str]:
    first = event.occurrences.order_by("starts_at").first()
    return [_("Cuándo: %(when)s") % {"when": _written(first.starts_at)}] if first else []


def _when_and_where(event: EventPage, at: datetime) -> list[str]:
    lines = []
    if first := event.occurrences.upcoming(at=at).first():
        lines.append(_("Cuándo: %(when)s") % {"when": _written(first.starts_at, all_day=first.all_day)})
    if place := event.place_words:
        lines.append(_("Dónde: %(place)s") % {"place": place})
    if event.virtual_url:
        lines.append(_("Por internet: %(url)s") % {"url": event.virtual_url})
    return lines


def _letter(name: str, lines: list[str], event: EventPage) -> str:
    institution = InstitutionSettings.load()
    greeting, more = _("Buen día, %(name)s:") % {"name": name}, _("Más información: %(url)s") % {"url": event.full_url}
    return "\n".join([greeting, "", event.title, *lines, "", more, "", institution.name])


def _written(instant: datetime | None, *, all_day: bool = False) -> str:
    return date_format(localtime(instant), "DATE_FORMAT" if all_day else "DATETIME_FORMAT") if instant else ""
