from pathlib import PurePosixPath
from typing import Any

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from institution.models.documents import VIDEO_EXTENSIONS
from institution.rules.captions import LONGEST_BYTES, UnreadableCaptions, as_webvtt

MEGABYTE = 1024 * 1024
LONGEST_DOCUMENT = 50 * MEGABYTE
HEAD_BYTES = 8_192
VIDEO_KINDS = {"mp4": ("video/mp4", "video/x-m4v"), "webm": ("video/webm", "video/x-matroska")}


class DocumentForm(BaseDocumentForm):
    """A document's form in the library: a video is a video, and captions are kept as browsers read them."""

    class Meta(BaseDocumentForm.Meta):
        widgets = BaseDocumentForm.Meta.widgets | {"captions": AdminDocumentChooser}

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        return _checked(file) if isinstance(file, UploadedFile) else file

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        captions = said.get("captions")
        if captions and not captions.is_captions:
            self.add_error("captions", _("Ese archivo no es de subtítulos: elija uno .vtt."))
        return said


def _checked(file: UploadedFile) -> UploadedFile:
    extension = PurePosixPath(file.name or "").suffix.lstrip(".").lower()
    if extension in ("vtt", "srt"):
        return _as_captions(file)
    if extension in VIDEO_EXTENSIONS:
        return _as_video(file, extension)
    if (file.size or 0) > LONGEST_DOCUMENT:
        raise ValidationError(
            _("Pesa %(size)s y un documento puede pesar hasta %(most)s: redúzcalo o divídalo."),
            params={"size": filesizeformat(file.size), "most": filesizeformat(LONGEST_DOCUMENT)},
        )
    return file


def _as_video(file: UploadedFile, extension: str) -> UploadedFile:
    kind = filetype.guess_mime(file.read(HEAD_BYTES))
    file.seek(0)
    if kind not in VIDEO_KINDS[extension]:
        raise ValidationError(
            _("El archivo no es un video %(kind)s, aunque su nombre lo diga: expórtelo de nuevo como MP4 (H.264)."),
            params={"kind": extension.upper()},
        )
    return file


def _as_captions(file: UploadedFile) -> UploadedFile:
    """The captions as WebVTT; SubRip is turned into it, so that a browser shows them."""
    try:
        written = as_webvtt(file.read(LONGEST_BYTES + 1))
    except UnreadableCaptions as error:
        raise ValidationError(str(error)) from error
    stem = PurePosixPath(file.name or "").stem
    return SimpleUploadedFile(f"{stem}.vtt", written.encode(), content_type="text/vtt")
