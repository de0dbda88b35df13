"""What a search knows of a piece besides its own fields: headings, what its documents say, how it may be narrowed."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.fields import StreamValue
from wagtail.rich_text import RichText

from institution.rules.lima import LIMA

HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>", re.DOTALL)


def headings_of(body: StreamValue) -> list[str]:
    """The headings inside the rich texts of a body, as plain text."""
    return [
        unescape(strip_tags(heading))
        for block in body
        if isinstance(block.value, RichText)
        for heading in HEADING.findall(block.value.source)
    ]


def attached_texts(page: Any) -> list[str]:
    """The text of the documents that the version in hand of the page refers to, of those that anybody may read.

    Whoever may read the page may download them (pages/serving.py).
    """
    from institution.models import InstitutionDocument
    from pages.references import files_used
    from search.models import DocumentText

    keys = set().union(*files_used(page, InstitutionDocument).values())
    if not keys:
        return []
    read = DocumentText.objects.filter(document__in=keys).exclude(text="")
    return list(read.anybodys().order_by("document").values_list("text", flat=True))


def topics_of(piece: Any) -> list[Any]:
    """The topics of a piece, in no order that people see: asking for the alphabet's costs more than all the rest."""
    return list(piece.topics.order_by("pk"))


def facets_of(piece: Any) -> list[tuple[str, Any]]:
    """The type of a piece (its resource of the API), topics (slug), district (ubigeo), unit (code) and year in Lima."""
    return list(_facets(piece))


def _facets(piece: Any) -> Iterator[tuple[str, Any]]:
    from pages.api.watching import MODELS

    yield "type", next((name for name, model in MODELS.items() if isinstance(piece, model)), "pages")
    yield from (("topic", topic.slug) for topic in topics_of(piece))
    if piece.district:
        yield "district", piece.district.ubigeo
    if piece.unit:
        yield "unit", piece.unit.code
    if piece.published_at:
        yield "year", piece.published_at.astimezone(LIMA).year
