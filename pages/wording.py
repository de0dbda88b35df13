"""Every text that a piece shows, with the place where an editor finds it."""

from collections.abc import Iterator

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from pages.models.piece import Piece

# What nobody reads on the page: bookkeeping, and what is declared to the jury.
UNREAD = ("slug", "draft_title", "url_path", "path", "publicity_")


def texts_of(piece: Piece) -> Iterator[tuple[str, str]]:
    """Place and text, the piece's own fields first, then block by block, then its inline rows."""
    for field in piece._meta.concrete_fields:
        if _is_read(field):
            yield str(field.verbose_name), str(field.value_from_object(piece) or "")
    for field in piece._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from _block_texts(field, getattr(piece, field.name))
    for relation in get_all_child_relations(type(piece)):
        for row in getattr(piece, relation.get_accessor_name()).all():
            place = str(row._meta.verbose_name)
            yield from ((place, str(f.value_from_object(row) or "")) for f in row._meta.concrete_fields if _is_read(f))


def _is_read(field: models.Field) -> bool:
    worded = isinstance(field, models.CharField | models.TextField) and not field.choices
    return worded and not isinstance(field, StreamField) and not field.name.startswith(UNREAD)


def _block_texts(field: StreamField, blocks) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(blocks, 1):
        place = _("%(field)s, bloque %(number)s (%(kind)s)") % {
            "field": field.verbose_name, "number": number, "kind": block.block.label,
        }  # fmt: skip
        yield place, ". ".join(strip_tags(str(text)) for text in block.block.get_searchable_content(block.value))
