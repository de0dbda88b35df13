"""What the history says of what is done with webhooks."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

WORDS = {
    "off": (_("Suspender el webhook"), _("Webhook suspendido")),
    "on": (_("Reactivar el webhook"), _("Webhook reactivado")),
    "tried": (_("Enviar una prueba"), _("Se envió una prueba")),
    "redelivered": (_("Volver a entregar"), _("Se mandó entregar otra vez")),
    "secret_shown": (_("Mostrar el secreto"), _("Se mostró el secreto")),
    "rotated": (_("Cambiar el secreto"), _("Secreto cambiado")),
}


@hooks.register("register_log_actions")
def name_actions(actions) -> None:
    """Name our verbs in the audit log."""
    for verb, (label, message) in WORDS.items():
        actions.register_action(f"headless.webhook.{verb}", label, message)
