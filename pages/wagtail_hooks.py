"""What this room hangs on Wagtail's hooks."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from pages import log_actions, picture_consent, search_clicks, serving  # noqa: F401 - importing them registers their hooks
from pages.admin import (  # noqa: F401 - and theirs
    attendance,
    download_report,
    draft_files,
    event_states,
    file_deletion,
    library_report,
    menu,
    my_day,
    note_buttons,
    past_pieces,
    picture_editing,
    work_buttons,
)
from pages.admin.alerts import AlertRegister
from pages.admin.bulletins import ComposeView
from pages.admin.past_pieces import PastPieceView
from pages.admin.photo_grid import thumbnail
from pages.admin.press_link_views import LendView
from pages.admin.production import MoveView
from pages.admin.unit_requests import bulk, buttons  # noqa: F401 - and theirs
from pages.admin.unit_requests import menu as requests_menu  # noqa: F401 - and theirs
from pages.blocks.photo_sets import photo_set_chooser
from pages.viewsets import VIEWSETS, TopicRegister

register_snippet(TopicRegister)
register_snippet(AlertRegister)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list:
    """The registers of this room."""
    return [*(viewset() for viewset in VIEWSETS), photo_set_chooser]


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """The screens that hang from a piece."""
    return [
        path("noticias/<int:pk>/enlace-para-prensa/", LendView.as_view(), name="lend_note"),
        path("gestion-anterior/<int:pk>/", PastPieceView.as_view(), name="past_piece"),
        path("fotos/miniatura/<int:pk>/", thumbnail, name="photo_thumbnail"),
        path("materiales/componer-boletin/", ComposeView.as_view(), name="compose_bulletin"),
        path("materiales/<int:pk>/produccion/", MoveView.as_view(), name="move_material"),
    ]
