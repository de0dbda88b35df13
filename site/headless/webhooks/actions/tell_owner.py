"""Writing to whoever keeps a receiver that something is wrong with it; each thing once."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from headless.webhooks.enums import SwitchedOff
from headless.webhooks.models import WebhookSubscription
from institution.actions.mail import send_once
from institution.public_address import public_address


def warn_owner(*, subscription: WebhookSubscription, at: datetime) -> None:
    """That the receiver accepts nothing; once for each time that it begins to fail."""
    since = subscription.failing_since or at
    text = _(
        "Desde el %(since)s el receptor no acepta ninguno de nuestros avisos. Seguimos intentándolo: nada se pierde. "
        "Si llega a tres días, dejaremos de enviarle."
    ) % {"since": date_format(timezone.localtime(since), "SHORT_DATETIME_FORMAT")}
    _write(subscription, f"failing-{_moment(since)}", _("El webhook «%s» no recibe nuestros avisos"), text, at)


def tell_of_loss(*, subscription: WebhookSubscription, at: datetime) -> None:
    """That it takes other messages and refused one for three days; once a day at most."""
    text = _(
        "El receptor acepta otros avisos, pero rechazó uno o más durante tres días y ya no los intentamos. Quedan en "
        "el registro de entregas con lo que respondió. Corrija la causa y pida que se los vuelvan a entregar."
    )
    day = timezone.localtime(at).date().isoformat()
    _write(subscription, f"lost-{day}", _("El webhook «%s» no recibió algunos avisos"), text, at)


def tell_of_end(*, subscription: WebhookSubscription, reason: SwitchedOff, at: datetime) -> None:
    """That nothing more is sent to it, and why."""
    text = _(
        "Dejamos de enviarle avisos: %(reason)s. Lo que esperaba se conserva. Cuando el receptor vuelva a funcionar, "
        "pida a la municipalidad que lo reactive: podrá recibir también lo que cambió entretanto."
    ) % {"reason": reason.label}
    _write(subscription, f"off-{_moment(at)}", _("El webhook «%s» quedó suspendido"), text, at)


def _write(subscription: WebhookSubscription, what: str, subject: str, text: str, at: datetime) -> None:
    screen = public_address(reverse("webhooks:inspect", args=[subscription.pk]))
    address = _("Dirección del receptor: %s") % subscription.host
    record = _("Registro de entregas, para quien tiene cuenta: %s") % screen
    send_once(
        key=f"webhook-{subscription.pk}-{what}",
        to=subscription.owner_email,
        subject=subject % subscription.description,
        body="\n\n".join([text, address, record]),
        at=at,
    )


def _moment(at: datetime) -> str:
    return str(int(at.timestamp()))
