"""The backend's menu in the order of the day; the rooms to the right hang their entries at their place."""

from enum import IntEnum
from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class Place(IntEnum):
    """Where each entry of the main menu stands."""

    HOME = 100
    NEWS = 200
    AGENDA = 300
    PRESS = 400
    WORKS = 500
    MATERIALS = 600
    PLANNING = 700
    PORTAL = 800
    REPORTS = 900
    SETTINGS = 1000


class Entry(NamedTuple):
    """How one of Wagtail's own entries is called here, where it stands and its icon if another says more."""

    label: Promise
    order: int
    icon: str = ""


HIDDEN = {"help"}
MAIN = {
    "reports": Entry(_("Reportes"), Place.REPORTS, "table"),
    "settings": Entry(_("Ajustes"), Place.SETTINGS),
}
REPORTS = {
    "workflows": Entry(_("Revisiones"), 200),
    "workflow-tasks": Entry(_("Pasos de revisión"), 210),
    "locked-pages": Entry(_("Páginas bloqueadas"), 220),
    "aging-pages": Entry(_("Páginas sin actualizar"), 230),
    "site-history": Entry(_("Historial del portal"), 240),
    "page-types-usage": Entry(_("Tipos de página"), 250),
}
SETTINGS = {
    "workflows": Entry(_("Flujos de revisión"), 700),
    "workflow-tasks": Entry(_("Pasos de los flujos"), 710),
    "sites": Entry(_("Sitios"), 720),
    "redirects": Entry(_("Redirecciones"), 730),
}


@hooks.register("register_admin_menu_item")
def home_entry() -> MenuItem:
    """The way back to the day's work."""
    return MenuItem(_("Inicio"), reverse("wagtailadmin_home"), name="home", icon_name="home", order=Place.HOME)


@hooks.register("construct_main_menu")
def name_main_entries(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own entries by our names, without its help, which is in English."""
    items[:] = [item for item in items if item.name not in HIDDEN]
    _rename(items, MAIN)


@hooks.register("construct_reports_menu")
def name_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    _rename(items, REPORTS)


@hooks.register("construct_settings_menu")
def name_settings(request: HttpRequest, items: list[MenuItem]) -> None:
    _rename(items, SETTINGS)


def _rename(items: list[MenuItem], entries: dict[str, Entry]) -> None:
    for item in items:
        if entry := entries.get(item.name):
            item.label, item.order = entry.label, entry.order
            item.icon_name = entry.icon or item.icon_name
