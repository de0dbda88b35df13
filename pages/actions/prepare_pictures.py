"""Cutting a piece's pictures before anybody asks for them."""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django_tasks import task

from institution.models import InstitutionImage
from pages.cuts import renditions
from pages.documents.photos import piece_pictures
from pages.models.photo_sets import PhotoSet
from pages.models.piece import Piece, pieces_among

LEAD_USES = ("card", "hero", "lead", "share", "shapes", "feed")
BODY_USES = ("figure", "full", "card")
GALLERY_USES = ("card", "full")


def prepare_soon(piece: Piece) -> None:
    """Have the worker cut the piece's pictures once what is being done is committed."""
    transaction.on_commit(lambda: prepare_pictures.enqueue(piece.pk))


@task()
def prepare_pictures(piece_id: int) -> int:
    """Cut every picture of the piece to the sizes that its pages use; how many cuts there are.

    What a reader can't do without comes first, AVIF after. Safe to repeat: a cut that exists is only looked up. A
    piece that is gone is no error.
    """
    return _cut([pair for piece in pieces_among([piece_id]) for pair in _wanted(piece)])


def prepare_set_soon(photo_set: PhotoSet) -> None:
    """Have the worker cut the photos of a set before a page shows them."""
    transaction.on_commit(lambda: prepare_set.enqueue(photo_set.pk))


@task()
def prepare_set(set_id: int) -> int:
    """Cut the photos of a set to the sizes of a gallery; how many cuts there are. Safe to repeat."""
    return cut_for_gallery(InstitutionImage.objects.filter(in_sets__photo_set_id=set_id))


def cut_for_gallery(images: Iterable[InstitutionImage]) -> int:
    """Cut the photos to the sizes of a gallery; how many cuts there are."""
    return _cut([(image, use) for image in images for use in GALLERY_USES])


def _cut(wanted: list[tuple[InstitutionImage | None, str]]) -> int:
    for image, use in wanted:
        renditions(image, use)
    return sum(len(renditions(image, use, with_modern=True)) for image, use in wanted)


def _wanted(piece: Piece) -> Iterator[tuple[InstitutionImage | None, str]]:
    yield from ((piece.lead_photo, use) for use in LEAD_USES)
    yield from ((image, use) for image, *_ in piece_pictures(piece) for use in BODY_USES)
