"""Sets of photos."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from institution.models import InstitutionImage
from pages.models import PhotoSet, SetPhoto
from tests.factories.institution import ImageFactory, picture_bytes

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)
TOLD = {"description": "Vecinas en la plaza", "credit": "OII", "people_shown": "crowd"}


def photo_set(*images: InstitutionImage, **fields) -> PhotoSet:
    """A set with the images in that order."""
    made = PhotoSet.objects.create(**{"name": "Feria del queso", "created_at": NOON} | fields)
    for order, image in enumerate(images, 1):
        SetPhoto.objects.create(photo_set=made, image=image, sort_order=order)
    return made


def told_image(**fields) -> InstitutionImage:
    """A picture with all that the public needs to see it."""
    return ImageFactory(**TOLD | fields)


def upload(number: int = 0, *, name: str = "", content: bytes | None = None) -> SimpleUploadedFile:
    """A photo as a browser sends it; each number is another picture."""
    drawn = picture_bytes(size=(40, 30), colour=(number % 256, 40, 90))
    return SimpleUploadedFile(name or f"foto-{number}.png", drawn if content is None else content)


def packed(entries: dict[str, bytes], *, name: str = "fotos.zip", method: int = ZIP_DEFLATED) -> SimpleUploadedFile:
    """A ZIP with the entries."""
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)
    return SimpleUploadedFile(name, out.getvalue(), content_type="application/zip")
