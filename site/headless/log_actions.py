"""What the history says of what is done with keys."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def name_actions(actions) -> None:
    """Name our verbs in the audit log."""
    actions.register_action("headless.token.created", _("Crear clave"), _("Clave creada"))
    actions.register_action("headless.token.rotated", _("Renovar clave"), _("Clave renovada: se entregó otra"))
    actions.register_action("headless.token.revoked", _("Revocar clave"), _("Clave revocada: ya no abre nada"))
