"""A campaign's form: what it wants, what it is told with, and what came of it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from pages.panels.pieces import piece_edit_handler


def campaign_edit_handler() -> TabbedInterface:
    """The tabs of every piece, with three of its own after *Contenido*."""
    return piece_edit_handler(
        tabs=[
            ObjectList(_plan(), heading=_("Campaña")),
            ObjectList(_pieces(), heading=_("Piezas")),
            ObjectList(_results(), heading=_("Cierre")),
        ]
    )


def _plan() -> list:
    return [
        FieldPanel("objective"),
        FieldPanel("audience"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("slogan"),
        InlinePanel("key_messages", heading=_("Mensajes clave"), label=_("Mensaje clave"), max_num=8),
        InlinePanel("channels", heading=_("Canales previstos"), label=_("Canal"), max_num=7),
        InlinePanel("partners", heading=_("Instituciones aliadas"), label=_("Institución aliada"), max_num=20),
    ]


def _pieces() -> list:
    return [InlinePanel("pieces", heading=_("Piezas"), label=_("Pieza"), max_num=40)]


def _results() -> list:
    return [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("reach"), FieldPanel("attendance"), FieldPanel("materials_given")]),
                FieldPanel("results_source"),
                FieldPanel("closing_note"),
            ],
            heading=_("Resultados"),
            help_text=_("Se publican cuando la campaña ya terminó."),
        )
    ]
