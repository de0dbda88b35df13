"""What the history says of the verbs that are ours."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Name our verbs in the audit log."""
    actions.register_action("pages.reviewed", _("Revisar el contenido"), _("Contenido revisado: sigue siendo cierto"))
    actions.register_action("pages.preview_link.create", _("Crear enlace de prensa"), _("Enlace de prensa creado"))
    actions.register_action("pages.preview_link.revoke", _("Retirar enlace de prensa"), _("Enlace de prensa retirado"))
    actions.register_action(
        "pages.publication_refused",
        _("Rechazar publicación"),
        _("Publicación programada rechazada por restricción electoral"),
    )

    @actions.register_action("pages.correct")
    class CorrectFormatter(LogFormatter):
        label = _("Poner fe de erratas")

        def format_message(self, entry) -> str:
            return _("Fe de erratas: %(text)s") % {"text": entry.data.get("text", "")}

    @actions.register_action("pages.withdraw")
    class WithdrawFormatter(LogFormatter):
        label = _("Retirar del portal")

        def format_message(self, entry) -> str:
            told = [entry.data.get("reason", ""), entry.data.get("explanation", "")]
            return _("Retirada del portal: %(why)s") % {"why": ". ".join(filter(None, told))}


@hooks.register("register_log_actions")
def register_work_actions(actions) -> None:
    """The facts of works."""
    actions.register_action("pages.work.moved", _("Cambiar el estado de la obra"), _("Estado de la obra cambiado"))
    actions.register_action("pages.work.advance", _("Registrar avance"), _("Avance registrado"))
    actions.register_action("pages.work.report_settled", _("Cerrar reporte de obra"), _("Reporte de obra cerrado"))
    actions.register_action("pages.work.imported", _("Importar obra"), _("Obra importada de una hoja de cálculo"))
    actions.register_action("pages.work_import.left", _("Descartar importación"), _("Importación descartada"))
    actions.register_action("pages.work_import.started", _("Importar obras"), _("Importación empezada"))
    actions.register_action("pages.event.postponed", _("Postergar evento"), _("Evento postergado"))
    actions.register_action("pages.event.cancelled", _("Cancelar evento"), _("Evento cancelado"))
    actions.register_action("pages.event.confirmed", _("Confirmar evento"), _("Evento confirmado en sus fechas"))
    actions.register_action("pages.event.attendance", _("Anotar asistencia"), _("Asistencia anotada"))


@hooks.register("register_log_actions")
def register_social_actions(actions) -> None:
    """What is written and approved for social networks, with which network."""
    for verb, label, told in (
        ("written", _("Escribir publicación en redes"), _("Publicación de %(network)s cambiada")),
        ("approved", _("Aprobar publicación en redes"), _("Publicación de %(network)s aprobada")),
        ("returned", _("Devolver publicación en redes"), _("Publicación de %(network)s devuelta a borrador")),
        ("reported", _("Informe de una herramienta"), _("Una herramienta informó sobre %(network)s")),
    ):
        actions.register_action(f"pages.social.{verb}")(_of_network(label, told))


def _of_network(label: str, told: str) -> type[LogFormatter]:
    """What tells of a post by its network."""

    class OfNetwork(LogFormatter):
        def format_message(self, entry) -> str:
            return str(told) % {"network": entry.data.get("network", "")}

    OfNetwork.label = label
    return OfNetwork
