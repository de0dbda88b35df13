"""Attaching files to what somebody writes."""

from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.forms.file_contents import CHECKS, check_contents

MOST_FILES = 5
LARGEST_FILE = 10 * 1024 * 1024


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to five files of known kinds, each of 10 MB at most and what its name says."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list:
        given = data if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Adjunte como máximo cinco archivos a la vez."))
        return [self._checked(super(FilesField, self).clean(each, initial)) for each in given]

    def _checked(self, file):
        if PurePosixPath(file.name).suffix.lower() not in CHECKS:
            told = _("«%(name)s» no se puede adjuntar: use PDF, Word, Excel, imágenes, audio, video o ZIP.")
            raise forms.ValidationError(told, params={"name": file.name})
        if file.size > LARGEST_FILE:
            told = _("«%(name)s» pesa más de 10 MB: redúzcalo o comparta su enlace en el texto.")
            raise forms.ValidationError(told, params={"name": file.name})
        check_contents(file)
        return file


def files_field() -> FilesField:
    return FilesField(
        label=_("Archivos"),
        required=False,
        help_text=_("Hasta cinco, de 10 MB cada uno: fotos, oficio, programa, logo."),
    )
