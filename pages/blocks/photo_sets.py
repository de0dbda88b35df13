"""A gallery of a set of photos that was brought in together."""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.viewsets.chooser import ChooserViewSet


class PhotoSetChooser(ChooserViewSet):
    """Where an editor chooses one of the sets."""

    model = "pages.PhotoSet"
    name = "elegir_serie"
    icon = "image"
    choose_one_text = _("Elegir una serie")
    choose_another_text = _("Elegir otra serie")
    edit_item_text = _("Editar esta serie")
    per_page = 30


photo_set_chooser = PhotoSetChooser()
PhotoSetChooserBlock = photo_set_chooser.get_block_class(
    name="PhotoSetChooserBlock", module_path="pages.blocks.photo_sets"
)


class PhotoSetValue(blocks.StructValue):
    """A set as a gallery: its photos that may be shown, each with its own words."""

    @cached_property
    def shown(self) -> list[dict[str, Any]]:
        chosen = self["photo_set"]
        return [as_picture(image) for image in chosen.shown()] if chosen else []


class PhotoSetBlock(blocks.StructBlock):
    """A whole set of photos; those that still lack words or consent are left out until they have them."""

    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    photo_set = PhotoSetChooserBlock(
        label=_("Serie de fotos"),
        help_text=_("Se muestran las que ya tienen texto alternativo, crédito y consentimiento."),
    )

    class Meta:
        icon = "image"
        label = _("Galería de una serie")
        template = "pages/blocks/gallery.html"
        value_class = PhotoSetValue


def as_picture(image: Any) -> dict[str, Any]:
    """A photo of the library as a gallery shows it, with its own words."""
    image.contextual_alt_text, image.decorative = image.description, False
    return {"image": image, "caption": image.caption, "credit": image.credit}
