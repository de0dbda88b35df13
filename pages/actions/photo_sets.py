"""Bringing the photos of an occasion into the library, all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection, Page
from wagtail.utils.file import hash_filelike

from institution.forms import ReadableImageField
from institution.models import InstitutionImage, User
from pages.models.photo_sets import MOST_PHOTOS, PhotoSet, SetPhoto
from pages.photo_archives import UnusableArchive, is_archive, photos_in


@dataclass
class Outcome:
    """What became of an upload: how many photos came in, and what to say of those that did not."""

    added: int = 0
    refused: list[str] = field(default_factory=list)

    def refuse(self, name: str | None, reason: str) -> None:
        self.refused.append(_("«%(name)s» no entró: %(reason)s") % {"name": name, "reason": reason})


@transaction.atomic
def create_set(
    *, name: str, page: Page | None, taken_on: date | None, place: str, by: User | None, at: datetime
) -> PhotoSet:
    """A set without photos, with a collection of its own so that its photos are found together in the library."""
    collection = Collection.get_first_root_node().add_child(instance=Collection(name=name))
    made = PhotoSet.objects.create(
        name=name, page=page, taken_on=taken_on, place=place, collection=collection, created_by=by, created_at=at
    )
    log(instance=made, action="wagtail.create", user=by)
    return made


def add_photos(
    *,
    photo_set: PhotoSet,
    files: Iterable[UploadedFile],
    words: dict[str, Any],
    by: User | None,
    outcome: Outcome,
) -> Outcome:
    """Put the photos in the set, with the words that all of them share.

    A broken photo doesn't keep the others out, and one that the library has already, byte by byte, is used again as
    it was. `words` are fields of the image; what becomes of the photos is added to `outcome`.
    """
    room = MOST_PHOTOS - photo_set.photos.count()
    for upload in files:
        if room < 1:
            outcome.refuse(upload.name, _("la serie ya tiene %(most)d fotos.") % {"most": MOST_PHOTOS})
            continue
        try:
            placed = _placed(photo_set, upload, words, by)
        except ValidationError as error:
            outcome.refuse(upload.name, " ".join(error.messages))
            continue
        outcome.added, room = outcome.added + placed, room - placed
    return outcome


def files_of(files: Iterable[UploadedFile], outcome: Outcome) -> Iterator[UploadedFile]:
    """The photos themselves: a ZIP gives those it holds, and one that can't be used is told in `outcome`."""
    for upload in files:
        if not is_archive(upload):
            yield upload
            continue
        try:
            yield from photos_in(upload)
        except UnusableArchive as told:
            outcome.refuse(upload.name, str(told))


@transaction.atomic
def _placed(photo_set: PhotoSet, upload: UploadedFile, words: dict[str, Any], by: User | None) -> bool:
    """Whether the photo is new to the set."""
    file = ReadableImageField().clean(upload)
    position = photo_set.photos.count() + 1
    image = _in_library(file) or _made(photo_set, file, words | {"title": f"{photo_set.name} · {position}"}, by)
    return SetPhoto.objects.get_or_create(photo_set=photo_set, image=image, defaults={"sort_order": position})[1]


def _in_library(file: UploadedFile) -> InstitutionImage | None:
    file.seek(0)
    return InstitutionImage.objects.filter(file_hash=hash_filelike(file)).first()


def _made(photo_set: PhotoSet, file: UploadedFile, words: dict[str, Any], by: User | None) -> InstitutionImage:
    image = InstitutionImage(**words, uploaded_by_user=by)
    image.collection = photo_set.collection or image.collection
    image.file = file
    image._set_image_file_metadata()
    image.save()
    return image
