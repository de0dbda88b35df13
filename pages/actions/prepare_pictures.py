"""Cutting a piece's pictures before anybody asks for them."""

from collections.abc import Iterator

from django.db import transaction
from django_tasks import task

from institution.models import InstitutionImage
from pages.cuts import renditions
from pages.documents.photos import piece_pictures
from pages.models.piece import Piece, pieces_among

LEAD_USES = ("card", "hero", "lead", "share", "shapes", "feed")
BODY_USES = ("figure", "full", "card")


def prepare_soon(piece: Piece) -> None:
    """Have the worker cut the piece's pictures once what is being done is committed."""
    transaction.on_commit(lambda: prepare_pictures.enqueue(piece.pk))


@task()
def prepare_pictures(piece_id: int) -> int:
    """Cut every picture of the piece to the sizes that its pages use; how many cuts there are.

    What a reader can't do without comes first, AVIF after. Safe to repeat: a cut that exists is only looked up. A
    piece that is gone is no error.
    """
    wanted = [pair for piece in pieces_among([piece_id]) for pair in _wanted(piece)]
    for image, use in wanted:
        renditions(image, use)
    return sum(len(renditions(image, use, with_modern=True)) for image, use in wanted)


def _wanted(piece: Piece) -> Iterator[tuple[InstitutionImage | None, str]]:
    yield from ((piece.lead_photo, use) for use in LEAD_USES)
    yield from ((image, use) for image, *_ in piece_pictures(piece) for use in BODY_USES)
