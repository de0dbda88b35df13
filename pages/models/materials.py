from django.utils.translation import gettext_lazy as _

from pages.models.gathered import Gathered
from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage
from pages.panels import gathered_panel, piece_edit_handler


class MaterialIndexPage(PieceIndexPage):
    """The list of materials at `/materiales/`."""

    subpage_types = ["pages.MaterialPage"]
    template = "pages/piece_index.html"

    class Meta:
        verbose_name = _("listado de materiales")
        verbose_name_plural = _("listados de materiales")


class MaterialPage(Gathered, Piece):
    """A material (*material de difusión*) to read, print, hear or watch."""

    parent_page_types = ["pages.MaterialIndexPage"]
    edit_handler = piece_edit_handler(promotion=[gathered_panel()])
    template = "pages/piece.html"

    class Meta(Piece.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materiales")
