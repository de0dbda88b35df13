"""The forms of the institution's files."""

from institution.forms.documents import DocumentForm
from institution.forms.images import ImageForm, ReadableImageField

__all__ = ["DocumentForm", "ImageForm", "ReadableImageField"]
