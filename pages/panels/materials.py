"""The tabs of a material's form that are its own: its files, what a bulletin is made of, its production."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    TabbedInterface,
)

from pages.panels.pieces import gathered_panel, piece_edit_handler

MOST_PRESENTATIONS, MOST_NOTES, MOST_CREDITS = 20, 40, 20


class ProductionPanel(Panel):
    """How far the material is, the steps that brought it there, and the way to the next."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "backend/material_production.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            if not self.instance.pk:
                return context
            moves = self.instance.moves.select_related("moved_by")
            return context | {"moves": moves, "move_url": reverse("move_material", args=[self.instance.pk])}


def material_edit_handler() -> TabbedInterface:
    """Contenido · Archivos · Boletín · Producción · and the rest of every piece."""
    return piece_edit_handler(
        head=[FieldPanel("kind"), FieldRowPanel([FieldPanel("series"), FieldPanel("edition_number")])],
        tabs=[
            ObjectList(_files(), heading=_("Archivos")),
            ObjectList(_bulletin(), heading=_("Boletín")),
            ObjectList(_production(), heading=_("Producción")),
        ],
        promotion=[gathered_panel()],
    )


def _files() -> list:
    row = [
        FieldPanel("label"),
        FieldPanel("document"),
        FieldPanel("image"),
        FieldPanel("alt"),
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("language")]),
    ]
    return [
        InlinePanel(
            "presentations", row, label=_("Presentación"), heading=_("Presentaciones"), max_num=MOST_PRESENTATIONS,
            help_text=_("El mismo material en cada forma en que se entrega. La portada sale del primer PDF."),
        ),
        MultiFieldPanel([FieldPanel("transcript"), FieldPanel("text_alternative")], heading=_("En palabras")),
    ]  # fmt: skip


def _bulletin() -> list:
    row = [
        PageChooserPanel("note", "pages.NewsPage"),
        FieldPanel("section"),
        FieldPanel("headline"),
        FieldPanel("summary"),
        FieldPanel("is_whole"),
    ]
    explained = _(
        "Si el material es un boletín hecho con notas, elíjalas aquí: de ellas salen la página y el PDF. "
        "Nunca se imprime una nota que el público no pueda leer."
    )
    return [
        HelpPanel(content=explained),
        MultiFieldPanel([FieldPanel("editorial"), FieldPanel("editorial_by")], heading=_("Editorial")),
        InlinePanel("bulletin_notes", row, label=_("Nota"), heading=_("Notas"), max_num=MOST_NOTES),
    ]


def _production() -> list:
    return [
        ProductionPanel(heading=_("Recorrido")),
        FieldRowPanel([FieldPanel("print_run"), FieldPanel("printed_on"), FieldPanel("legal_deposit")]),
        FieldPanel("licence"),
        InlinePanel("credits", label=_("Crédito"), heading=_("Créditos"), max_num=MOST_CREDITS),
    ]
