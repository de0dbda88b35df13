"""A work's own tab: the facts sheet."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from pages.panels.pieces import piece_edit_handler


def work_edit_handler() -> TabbedInterface:
    """The tabs of every piece, with the facts sheet and the term after the contents."""
    return piece_edit_handler(
        tabs=[ObjectList(_file(), heading=_("Ficha")), ObjectList(_term(), heading=_("Plazo"))],
        media=[InlinePanel("photos", heading=_("Fotos de la obra"), label=_("Foto de la obra"), max_num=30)],
    )


def _file() -> list:
    return [
        FieldRowPanel([FieldPanel("cui"), FieldPanel("infobras_code")]),
        FieldPanel("modality"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("viable_amount"), FieldPanel("updated_amount")]),
                FieldPanel("funding_source"),
            ],
            heading=_("Presupuesto"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("contractor"), FieldPanel("contractor_ruc")]),
                FieldRowPanel([FieldPanel("resident"), FieldPanel("supervisor")]),
            ],
            heading=_("Quién la hace"),
        ),
        InlinePanel("consortium", heading=_("Consorciados"), label=_("Consorciado"), max_num=10),
        MultiFieldPanel([FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])], heading=_("Ubicación")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("complaints_email"), FieldPanel("complaints_phone")])],
            heading=_("Contacto para reclamos"),
        ),
    ]


def _term() -> list:
    return [
        FieldRowPanel([FieldPanel("planned_start"), FieldPanel("planned_end")]),
        FieldRowPanel([FieldPanel("started_on"), FieldPanel("ended_on")]),
        InlinePanel("extensions", heading=_("Ampliaciones de plazo"), label=_("Ampliación de plazo"), max_num=30),
        InlinePanel("programme", label=_("Avance programado"), max_num=120),
    ]
