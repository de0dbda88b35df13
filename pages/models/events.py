from django.utils.translation import gettext_lazy as _

from pages.models.gathered import Gathered
from pages.models.piece import Piece
from pages.models.piece_index import PieceIndexPage
from pages.panels import gathered_panel, piece_edit_handler


class EventIndexPage(PieceIndexPage):
    """The list of events at `/eventos/`."""

    subpage_types = ["pages.EventPage"]
    template = "pages/piece_index.html"

    class Meta:
        verbose_name = _("listado de eventos")
        verbose_name_plural = _("listados de eventos")


class EventPage(Gathered, Piece):
    """An event (*evento*) that people may attend, on one or several occasions."""

    parent_page_types = ["pages.EventIndexPage"]
    edit_handler = piece_edit_handler(promotion=[gathered_panel()])
    template = "pages/piece.html"

    class Meta(Piece.Meta):
        verbose_name = _("evento")
        verbose_name_plural = _("eventos")
