from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.search import index

from institution.models.files import unguessable_name
from institution.rules.captions import LONGEST_BYTES, UnreadableCaptions, as_webvtt

VIDEO_EXTENSIONS = frozenset({"mp4", "webm"})
AUDIO_EXTENSIONS = frozenset({"mp3", "m4a", "ogg", "wav"})
CAPTIONS_EXTENSION = "vtt"


def document_upload_to(instance: "InstitutionDocument", filename: str) -> str:
    """Where a document's file is kept; kept as a function because migrations name it."""
    return unguessable_name("documentos", filename)


class InstitutionDocument(AbstractDocument):
    """A file to download, to hear or to watch. It is only ever served by the view that asks who may see it."""

    # What a picture cites as its authorisation, or a video as its captions, isn't public for that alone.
    keeps_files_private = True

    file = models.FileField(upload_to=document_upload_to, verbose_name=_("archivo"))
    language = models.CharField(
        _("idioma"), max_length=10, default="es", choices=[("es", _("Español")), ("qu", _("Quechua"))]
    )
    captions = models.ForeignKey(
        "self",
        verbose_name=_("subtítulos"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="captioned",
        help_text=_("Solo para videos: el archivo .vtt con lo que se dice y se oye."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language", "captions")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("attached_text", column="attachments")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("documento")
        verbose_name_plural = _("documentos")

    def attached_text(self) -> str:
        """What is written inside its file, once the room of search has read it; blank before or without."""
        return getattr(getattr(self, "text_reading", None), "text", "")

    def get_file_size(self) -> int | None:
        """Bytes of the file; None when it is gone. Unlike Wagtail's, it doesn't note them: who reads writes nothing."""
        try:
            return self.file.size if self.file_size is None else self.file_size
        except OSError:
            return None

    @property
    def is_video(self) -> bool:
        return self.file_extension.lower() in VIDEO_EXTENSIONS

    @property
    def is_audio(self) -> bool:
        return self.file_extension.lower() in AUDIO_EXTENSIONS

    @property
    def has_captions(self) -> bool:
        """Whether it has captions that a browser can show: whatever brought them in, their file is read now."""
        if self.captions is None or not self.captions.is_captions:
            return False
        try:
            with self.captions.file.storage.open(self.captions.file.name) as file:
                return bool(as_webvtt(file.read(LONGEST_BYTES + 1)))
        except (OSError, UnreadableCaptions):
            return False

    @property
    def is_captions(self) -> bool:
        return self.file_extension.lower() == CAPTIONS_EXTENSION
