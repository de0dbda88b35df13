"""The pictures and the documents of what is public, as resources."""

from datetime import date, datetime
from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from pydantic import Field

from headless.ordering import Ordering, both_ways
from headless.questions import Question
from headless.ranges import instant_range
from headless.resources import Resource
from institution.models import InstitutionDocument, InstitutionImage
from pages.api.block_schemas import FileAnswer, PictureAnswer
from pages.api.examples import example
from pages.api.pictures import file, picture
from pages.api.pieces import in_lima, key_filter
from pages.reading.public_files import public_documents, public_images


class ImageItem(PictureAnswer):
    """A picture of the library."""

    about: ClassVar[str] = "Una imagen de la mediateca que algo público muestra."
    title: str
    place: str | None
    taken_on: date | None = Field(description="Día de la toma.", examples=["2026-07-28"])
    created_at: datetime = Field(examples=["2026-07-28T10:30:00-05:00"])


class DocumentItem(FileAnswer):
    """A document of the library."""

    about: ClassVar[str] = "Un documento que algo público ofrece."
    created_at: datetime = Field(examples=["2026-07-28T10:30:00-05:00"])


def images() -> Resource:
    """The pictures that something public shows."""
    return Resource(
        name="images",
        title=_("Imágenes"),
        description=_("Las imágenes que algo público muestra, con su texto alternativo y su crédito."),
        item=ImageItem,
        detail=ImageItem,
        public=public_images,
        for_list=lambda rows, at: rows.prefetch_related("renditions"),
        for_detail=lambda rows, at: rows.prefetch_related("renditions"),
        write_item=_image,
        write_detail=_image,
        filters=[key_filter(), *instant_range("created_at")],
        orderings=both_ways(Ordering("created_at", "created_at"), Ordering("title", "title")),
        default_order="-created_at",
        example=example("images"),
    )


def documents() -> Resource:
    """The documents that something public offers."""
    return Resource(
        name="documents",
        title=_("Documentos"),
        description=_("Los documentos que algo público ofrece."),
        item=DocumentItem,
        detail=DocumentItem,
        public=public_documents,
        for_list=lambda rows, at: rows,
        for_detail=lambda rows, at: rows,
        write_item=_document,
        write_detail=_document,
        filters=[key_filter(), *instant_range("created_at")],
        orderings=both_ways(Ordering("created_at", "created_at"), Ordering("title", "title")),
        default_order="-created_at",
        example=example("documents"),
    )


def _image(row: InstitutionImage, question: Question) -> ImageItem:
    told = picture(row, question, alt=row.description, caption=row.caption).model_dump()
    return ImageItem(
        **told,
        title=row.title,
        place=row.place or None,
        taken_on=row.taken_on,
        created_at=in_lima(row.created_at),
    )


def _document(row: InstitutionDocument, question: Question) -> DocumentItem:
    return DocumentItem(**file(row, question).model_dump(), created_at=in_lima(row.created_at))
