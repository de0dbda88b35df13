"""Pieces made of figures."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock


class DataTableBlock(blocks.StructBlock):
    """A table with a caption; number columns are set to the right."""

    caption = blocks.CharBlock(label=_("Qué muestra"), max_length=200)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Texto"), required=False, max_length=500)),
            ("number", blocks.CharBlock(label=_("Número"), required=False, max_length=40)),
        ],
        label=_("Tabla"),
    )

    class Meta:
        icon = "table"
        label = _("Tabla")
        template = "pages/blocks/table.html"


class FigureBlock(blocks.StructBlock):
    """One key figure, as it should be read: «1,250» «familias atendidas»."""

    value = blocks.CharBlock(label=_("Cifra"), max_length=30)
    label = blocks.CharBlock(label=_("Qué es"), max_length=120)


class FiguresBlock(blocks.StructBlock):
    """The figures that a reader should keep."""

    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    items = blocks.ListBlock(FigureBlock(), label=_("Cifras"), min_num=1, max_num=8)

    class Meta:
        icon = "order"
        label = _("Cifras clave")
        template = "pages/blocks/figures.html"
