"""The menu's *Portal* entry, and what moves into it from Wagtail's main menu."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.contrib.settings.registry import SettingMenuItem
from wagtail.documents.wagtail_hooks import DocumentsMenuItem
from wagtail.images.wagtail_hooks import ImagesMenuItem

from institution.admin.menu import Place
from pages.models import PortalMenus
from search.admin.menu import HOOK as SEARCH_HOOK

HOOK = "register_portal_menu_item"
AGENDA_HOOK = "register_agenda_menu_item"
WORKS_HOOK = "register_works_menu_item"
MATERIALS_HOOK = "register_materials_menu_item"
MOVED = {"explorer", "images", "documents"}


class PagesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_menu_item")
def portal_entry() -> MenuItem:
    """*Portal*: what stands, as against the news of the day."""
    portal = Menu(register_hook_name=HOOK)
    return SubmenuMenuItem(_("Portal"), portal, name="portal", icon_name="desktop", order=Place.PORTAL)


@hooks.register("register_admin_menu_item")
def agenda_entry() -> MenuItem:
    """*Agenda y protocolo*: events, and what the rooms to the right add."""
    agenda = Menu(register_hook_name=AGENDA_HOOK)
    return SubmenuMenuItem(_("Agenda y protocolo"), agenda, name="agenda", icon_name="date", order=Place.AGENDA)


@hooks.register("register_admin_menu_item")
def works_entry() -> MenuItem:
    """*Obras y campañas*: what the municipality does over months."""
    works = Menu(register_hook_name=WORKS_HOOK)
    return SubmenuMenuItem(_("Obras y campañas"), works, name="works", icon_name="cogs", order=Place.WORKS)


@hooks.register("register_admin_menu_item")
def materials_entry() -> MenuItem:
    """*Materiales*: what is made to be given away, and who asked for it."""
    materials = Menu(register_hook_name=MATERIALS_HOOK)
    return SubmenuMenuItem(_("Materiales"), materials, name="materials", icon_name="doc-full", order=Place.MATERIALS)


@hooks.register(HOOK)
def pages_entry() -> MenuItem:
    address = reverse("wagtailadmin_explore_root")
    return PagesMenuItem(_("Páginas"), address, name="pages", icon_name="folder-open-inverse", order=100)


@hooks.register(HOOK)
def menus_entry() -> MenuItem:
    return SettingMenuItem(PortalMenus, icon="list-ul", name="menus", order=200)


@hooks.register(HOOK)
def search_entry() -> MenuItem:
    """*Búsqueda*: what makes people find, and what they look for."""
    search = Menu(register_hook_name=SEARCH_HOOK)
    return SubmenuMenuItem(_("Búsqueda"), search, name="search-registers", icon_name="search", order=250)


@hooks.register(HOOK)
def images_entry() -> MenuItem:
    address = reverse("wagtailimages:index")
    return ImagesMenuItem(_("Imágenes"), address, name="portal-images", icon_name="image", order=500)


@hooks.register(HOOK)
def documents_entry() -> MenuItem:
    address = reverse("wagtaildocs:index")
    return DocumentsMenuItem(_("Documentos"), address, name="portal-documents", icon_name="doc-full", order=600)


@hooks.register("construct_main_menu")
def leave_out_what_moved(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in MOVED]


@hooks.register("construct_settings_menu")
def leave_out_portal_menus(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if getattr(item, "model", None) is not PortalMenus]
