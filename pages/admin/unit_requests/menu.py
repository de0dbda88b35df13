"""The requests in the menu: *Solicitudes* for the office, *Mis solicitudes* for a unit."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from pages.admin.menu import MATERIALS_HOOK
from pages.admin.unit_requests.figures import FiguresView
from pages.models import UnitRequest, UnitRequestLogEntry
from pages.models.unit_requests import VIEW, WORK


class OfficeMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(WORK)


class UnitMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(VIEW) and not request.user.has_perm(WORK)


@hooks.register(MATERIALS_HOOK)
def office_entry() -> MenuItem:
    return OfficeMenuItem(
        _("Solicitudes"), reverse("solicitudes:index"), name="unit-requests", icon_name="mail", order=200
    )


@hooks.register(MATERIALS_HOOK)
def unit_entry() -> MenuItem:
    return UnitMenuItem(
        _("Mis solicitudes"), reverse("solicitudes:index"), name="my-requests", icon_name="mail", order=200
    )


@hooks.register("register_reports_menu_item")
def figures_entry() -> MenuItem:
    address = reverse("response_times")
    return OfficeMenuItem(_("Tiempos de respuesta"), address, name="response-times", icon_name="time", order=140)


@hooks.register("register_admin_urls")
def figures_address() -> list[URLPattern]:
    return [path("tiempos-de-respuesta/", FiguresView.as_view(), name="response_times")]


@hooks.register("register_log_actions")
def name_acts(actions) -> None:
    """What the history says, and where what it says of requests is kept."""
    actions.register_model(UnitRequest, UnitRequestLogEntry)
    actions.register_action("pages.unit_request.moved", _("Mover solicitud"), _("Solicitud movida a otro estado"))
    actions.register_action("pages.unit_request.said", _("Escribir en la solicitud"), _("Mensaje en la solicitud"))
    actions.register_action("pages.unit_request.link", _("Vincular pieza"), _("Pieza vinculada"))
    actions.register_action("pages.unit_request.assign", _("Asignar solicitud"), _("Solicitud asignada"))
    actions.register_action("pages.unit_request.lend", _("Crear enlace privado"), _("Enlace privado creado"))
    actions.register_action("pages.unit_request.revoke", _("Revocar enlace privado"), _("Enlace privado revocado"))
    actions.register_action("pages.unit_request.unlink", _("Desvincular pieza"), _("Pieza desvinculada"))
