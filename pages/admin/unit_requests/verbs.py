"""What each step of a request is called on its button, and how its states look."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from institution.admin.tags import Tone, tag
from institution.models import User
from pages.enums import RequestState
from pages.models import UnitRequest
from pages.rules.unit_requests import Hand, needs_reason

TONES = {
    RequestState.RECEIVED: Tone.WAITING,
    RequestState.ACCEPTED: Tone.QUIET,
    RequestState.PRODUCTION: Tone.QUIET,
    RequestState.REVIEW: Tone.WAITING,
    RequestState.APPROVED: Tone.GOOD,
    RequestState.PUBLISHED: Tone.GOOD,
    RequestState.RETURNED: Tone.STOPPED,
    RequestState.DECLINED: Tone.STOPPED,
}
VERBS = {
    RequestState.ACCEPTED: gettext_lazy("Aceptar"),
    RequestState.PRODUCTION: gettext_lazy("Empezar la producción"),
    RequestState.REVIEW: gettext_lazy("Enviar a revisión de la unidad"),
    RequestState.APPROVED: gettext_lazy("Aprobar"),
    RequestState.PUBLISHED: gettext_lazy("Dar por publicada"),
    RequestState.RETURNED: gettext_lazy("Devolver"),
    RequestState.DECLINED: gettext_lazy("Declinar"),
    RequestState.RECEIVED: gettext_lazy("Enviar de nuevo"),
}


@dataclass(frozen=True)
class Step:
    """A button: where it takes the request, and whether a reason is asked for first."""

    target: RequestState
    label: str
    asks: bool
    address: str


def steps_for(asked: UnitRequest, user: User) -> list[Step]:
    """The buttons that the person has on a request."""
    hands = asked.hands_of(user)
    return [_step(asked, target, hands) for target in asked.moves_for(user)]


def verb(current: RequestState, target: RequestState, hands: Collection[Hand]) -> str:
    if target == RequestState.PRODUCTION and current == RequestState.REVIEW:
        return _("Pedir cambios") if Hand.UNIT in hands else _("Volver a producción")
    if target == RequestState.PRODUCTION and current == RequestState.APPROVED:
        return _("Volver a producción")
    if target == RequestState.APPROVED and Hand.UNIT not in hands:
        return _("Aprobar en nombre de la unidad")
    if target == RequestState.RECEIVED and current == RequestState.DECLINED:
        return _("Reabrir")
    return str(VERBS[target])


def state_tag(asked: UnitRequest) -> SafeString:
    return tag(asked.status.label, TONES[asked.status])


def due_tag(asked: UnitRequest, *, on: date | None = None) -> SafeString | str:
    """«Vencida» on what should have been ready by now; blank otherwise."""
    return tag(_("Vencida"), Tone.STOPPED) if asked.overdue(on=on or timezone.localdate()) else ""


def _step(asked: UnitRequest, target: RequestState, hands: Collection[Hand]) -> Step:
    return Step(
        target=target,
        label=verb(asked.status, target, hands),
        asks=needs_reason(current=asked.status, target=target, hands=hands),
        address=reverse("solicitudes:move", args=[asked.pk, target.value]),
    )
