"""Pieces made of pictures, sound, video and files."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from institution.models import InstitutionDocument
from pages.blocks.words import SHORT_FEATURES, prose
from pages.rules.video import video_reference


def may_be_seen(picture: Any) -> bool:
    """Whether a picture of a body is still there and its people still agree to be seen."""
    return picture["image"] is not None and picture["image"].may_be_seen


class PictureBlock(blocks.StructBlock):
    """A picture with alternative text, what it shows and who made it."""

    image = ImageBlock(label=_("Imagen"))
    caption = blocks.CharBlock(label=_("Leyenda"), max_length=300, required=False)
    credit = blocks.CharBlock(label=_("Crédito"), max_length=150, required=False)

    class Meta:
        icon = "image"
        label = _("Imagen")
        template = "pages/blocks/picture.html"


class GalleryValue(blocks.StructValue):
    """A gallery without the pictures that may no longer be seen."""

    @property
    def shown(self) -> list[Any]:
        return [picture for picture in self["pictures"] if may_be_seen(picture)]


class GalleryBlock(blocks.StructBlock):
    """Several pictures to go through."""

    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Imágenes"), min_num=2, max_num=30)

    class Meta:
        icon = "image"
        label = _("Galería")
        template = "pages/blocks/gallery.html"
        value_class = GalleryValue


class VideoBlock(blocks.StructBlock):
    """A video elsewhere, loaded only when the reader asks for it."""

    title = blocks.CharBlock(label=_("Título"), max_length=150)
    url = blocks.URLBlock(label=_("Dirección del video"), help_text=_("De YouTube o Vimeo."))
    poster = ImageChooserBlock(label=_("Imagen de portada"), required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "pages/blocks/video.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if video_reference(cleaned["url"]) is None:
            message = _("No reconocemos esa dirección: copie la del video en YouTube o Vimeo.")
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"video": video_reference(value["url"])}


class VideoFileValue(blocks.StructValue):
    """A video with the captions that it is shown with."""

    @property
    def captions_file(self) -> InstitutionDocument | None:
        return self["captions"] or (self["file"].captions if self["file"] else None)


class VideoFileBlock(blocks.StructBlock):
    """A video of the library with its captions (WCAG 2.2, 1.2.2), or told in words when nobody speaks in it (1.2.1)."""

    title = blocks.CharBlock(label=_("Título"), max_length=150)
    file = DocumentChooserBlock(label=_("Archivo de video"), help_text=_("MP4 (H.264) o WebM."))
    captions = DocumentChooserBlock(
        label=_("Subtítulos"),
        required=False,
        help_text=_("El archivo .vtt o .srt que subió a Documentos. Vacío: los que ya tiene el video."),
    )
    no_speech = blocks.BooleanBlock(label=_("Nadie habla en el video"), required=False)
    description = blocks.TextBlock(
        label=_("Descripción"),
        max_length=3_000,
        required=False,
        help_text=_("Qué se ve, para quien no puede verlo. Obligatoria si nadie habla."),
    )
    poster = ImageChooserBlock(label=_("Imagen de portada"), required=False)

    class Meta:
        icon = "media"
        label = _("Video propio")
        template = "pages/blocks/video_file.html"
        value_class = VideoFileValue

    def clean(self, value):
        cleaned = super().clean(value)
        if faults := _video_faults(cleaned):
            errors = {name: ValidationError(fault) for name, fault in faults.items()}
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


def _video_faults(value) -> dict:
    if not value["file"].is_video:
        return {"file": _("Ese archivo no es un video: elija uno MP4 o WebM.")}
    if value["captions"] and not value["captions"].is_captions:
        return {"captions": _("Ese archivo no es de subtítulos: elija uno .vtt.")}
    if value["no_speech"]:
        return {} if value["description"].strip() else {"description": _("Describa lo que se ve: nadie lo cuenta.")}
    if value.captions_file is None:
        return {"captions": _("Elija los subtítulos, para quien no oye; si nadie habla en el video, márquelo abajo.")}
    return {}


class AudioBlock(blocks.StructBlock):
    """A sound with what is said in it, so that nobody is left out (WCAG 2.2, 1.2.1)."""

    title = blocks.CharBlock(label=_("Título"), max_length=150)
    file = DocumentChooserBlock(label=_("Archivo de audio"), help_text=_("MP3, M4A, OGG o WAV."))
    transcript = prose(label=_("Transcripción"), features=SHORT_FEATURES, limit=30_000)

    class Meta:
        icon = "media"
        label = _("Audio")
        template = "pages/blocks/audio.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["file"].is_audio:
            message = _("Ese archivo no es de audio: elija uno MP3, M4A, OGG o WAV.")
            raise blocks.StructBlockValidationError(block_errors={"file": ValidationError(message)})
        return cleaned


class DocumentBlock(blocks.StructBlock):
    """A file to download."""

    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    file = DocumentChooserBlock(label=_("Archivo"))

    class Meta:
        icon = "doc-full"
        label = _("Documento")
        template = "pages/blocks/document.html"
