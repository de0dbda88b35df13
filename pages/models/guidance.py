from django.utils.translation import gettext_lazy as _

from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage


class GuidanceIndexPage(PieceIndexPage):
    """The list of guidance at `/orientacion/`."""

    subpage_types = ["pages.GuidancePage"]
    template = "pages/piece_index.html"

    class Meta:
        verbose_name = _("listado de orientación")
        verbose_name_plural = _("listados de orientación")


class GuidancePage(Piece):
    """Guidance (*orientación*) to do something before the municipality, step by step."""

    parent_page_types = ["pages.GuidanceIndexPage"]
    template = "pages/piece.html"

    class Meta(Piece.Meta):
        verbose_name = _("orientación")
        verbose_name_plural = _("orientaciones")

    @property
    def kept_up_to_date(self):
        """A procedure is told as it is today, whoever governed when it was written."""
        return True
