"""The backend's menu in the order of the day; the rooms to the right hang their entries at their place."""

from enum import IntEnum

from django.http import HttpRequest
from django.urls import reverse
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


STOCK = {"reports": (_("Reportes"), "table", Place.REPORTS), "settings": (_("Ajustes"), "cogs", Place.SETTINGS)}
HIDDEN = {"help"}


@hooks.register("register_admin_menu_item")
def home_entry() -> MenuItem:
    """The way back to the day's work."""
    return MenuItem(_("Inicio"), reverse("wagtailadmin_home"), name="home", icon_name="home", order=Place.HOME)


@hooks.register("construct_main_menu")
def name_stock_entries(request: HttpRequest, items: list[MenuItem]) -> None:
    """Give Wagtail's own entries our names and places, and leave out its help, which is in English."""
    items[:] = [item for item in items if item.name not in HIDDEN]
    for item in items:
        if item.name in STOCK:
            item.label, item.icon_name, item.order = STOCK[item.name]
