"""Guidance's form, as a reader meets it: who and how much, what to bring, what to do, what is asked."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from pages.panels.pieces import piece_edit_handler


def guidance_edit_handler() -> TabbedInterface:
    """The tabs of every piece, with two of its own after *Contenido*."""
    return piece_edit_handler(
        content=[FieldPanel("situation"), FieldPanel("who_may")],
        tabs=[ObjectList(_steps(), heading=_("Pasos")), ObjectList(_basis(), heading=_("Sustento"))],
    )


def _steps() -> list:
    return [
        InlinePanel("requirements", heading=_("Requisitos"), label=_("Requisito"), max_num=30),
        FieldPanel("is_free"),
        InlinePanel("costs", heading=_("Montos"), label=_("Monto"), max_num=10),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("time_days"), FieldPanel("silence")]), FieldPanel("time_note")],
            heading=_("Plazo"),
        ),
        InlinePanel("steps", heading=_("Pasos"), label=_("Paso"), max_num=20),
        InlinePanel("channels", heading=_("Canales de atención"), label=_("Canal de atención"), max_num=10),
    ]


def _basis() -> list:
    return [
        InlinePanel("questions", heading=_("Preguntas frecuentes"), label=_("Pregunta frecuente"), max_num=20),
        InlinePanel("legal_bases", heading=_("Bases legales"), label=_("Base legal"), max_num=20),
    ]
