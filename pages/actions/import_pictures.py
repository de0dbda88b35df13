"""Bringing a note's pictures into the library."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.utils.file import hash_filelike

from institution.forms import ReadableImageField
from institution.models import InstitutionImage, User
from pages.importing.note import Picture


def import_pictures(pictures: tuple[Picture, ...], *, by: User | None) -> tuple[dict[str, InstitutionImage], list[str]]:
    """The library's image for each picture's key, and what to say of those that could not come in.

    A picture that the library has already, byte by byte, is used again.
    """
    images, warnings = {}, []
    for picture in pictures:
        try:
            images[picture.key] = _in_library(picture, by)
        except (ValidationError, OSError) as error:
            reason = " ".join(error.messages) if isinstance(error, ValidationError) else _("no se pudo leer.")
            warnings.append(_("La foto «%(name)s» no entró: %(reason)s") % {"name": picture.filename, "reason": reason})
    return images, warnings


def _in_library(picture: Picture, by: User | None) -> InstitutionImage:
    upload = SimpleUploadedFile(picture.filename, picture.read())
    file = ReadableImageField().clean(upload)
    file.seek(0)
    same = InstitutionImage.objects.filter(file_hash=hash_filelike(file)).first()
    if same:
        return same
    title = (picture.caption or picture.alt or picture.filename)[:255]
    image = InstitutionImage(title=title, description=picture.alt[:255], caption=picture.caption[:300])
    image.uploaded_by_user = by
    image.file = file
    image._set_image_file_metadata()
    image.save()
    return image
