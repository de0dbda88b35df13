from django.utils.translation import gettext_lazy as _

from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage


class PublicWorkIndexPage(PieceIndexPage):
    """The list of public works at `/obras/`."""

    subpage_types = ["pages.PublicWorkPage"]
    template = "pages/piece_index.html"

    class Meta:
        verbose_name = _("listado de obras")
        verbose_name_plural = _("listados de obras")


class PublicWorkPage(Piece):
    """A public work (*obra pública*), followed from its file to its settlement."""

    parent_page_types = ["pages.PublicWorkIndexPage"]
    template = "pages/piece.html"

    class Meta(Piece.Meta):
        verbose_name = _("obra pública")
        verbose_name_plural = _("obras públicas")
