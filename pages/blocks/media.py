"""Pieces made of pictures, sound, video and files."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from pages.blocks.words import SHORT_FEATURES, prose
from pages.rules.video import video_reference

AUDIO_EXTENSIONS = {"mp3", "m4a", "ogg", "wav"}


class PictureBlock(blocks.StructBlock):
    """A picture with alternative text, what it shows and who made it."""

    image = ImageBlock(label=_("Imagen"))
    caption = blocks.CharBlock(label=_("Leyenda"), max_length=300, required=False)
    credit = blocks.CharBlock(label=_("Crédito"), max_length=150, required=False)

    class Meta:
        icon = "image"
        label = _("Imagen")
        template = "pages/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures to go through."""

    title = blocks.CharBlock(label=_("Título"), max_length=150, required=False)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Imágenes"), min_num=2, max_num=30)

    class Meta:
        icon = "image"
        label = _("Galería")
        template = "pages/blocks/gallery.html"


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
        if cleaned["file"].file_extension.lower() not in AUDIO_EXTENSIONS:
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
