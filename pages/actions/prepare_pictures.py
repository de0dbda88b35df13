"""Cutting a piece's pictures before anybody asks for them."""

from django.db import transaction
from django_tasks import task

from pages.cuts import renditions
from pages.documents.photos import piece_pictures
from pages.models.piece import Piece, pieces_among

LEAD_USES = ("card", "hero", "lead", "share", "shapes", "feed")
BODY_USES = ("figure", "full")


def prepare_soon(piece: Piece) -> None:
    """Have the worker cut the piece's pictures once what is being done is committed."""
    transaction.on_commit(lambda: prepare_pictures.enqueue(piece.pk))


@task()
def prepare_pictures(piece_id: int) -> int:
    """Cut every picture of the piece to the sizes that its pages use; how many cuts there are.

    Safe to repeat: a cut that exists is only looked up. A piece that is gone is no error.
    """
    made = 0
    for piece in pieces_among([piece_id]):
        made += sum(len(renditions(piece.lead_photo, use)) for use in LEAD_USES)
        made += sum(len(renditions(image, use)) for image, *_ in piece_pictures(piece) for use in BODY_USES)
    return made
