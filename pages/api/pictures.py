"""Pictures and files as the API tells them."""

from headless.images import picture_sizes
from headless.questions import Question
from institution.models import InstitutionDocument, InstitutionImage
from pages.api.block_schemas import FileAnswer, PictureAnswer


def picture(
    image: InstitutionImage | None, question: Question, *, alt: str, caption: str = "", credit: str = ""
) -> PictureAnswer | None:
    """A picture in every size; without a credit of its own it carries the image's. None when it may not be seen."""
    if image is None or not image.may_be_seen:
        return None
    sizes = picture_sizes(image, question.absolute)
    large = sizes["large"]
    return PictureAnswer(
        id=image.pk,
        url=large.url,
        width=large.width,
        height=large.height,
        alt=alt,
        caption=caption or None,
        credit=credit or image.credit or None,
        licence=image.licence,
        dominant_colour=image.dominant_colour or None,
        renditions=sizes,
    )


def file(document: InstitutionDocument, question: Question, *, title: str = "") -> FileAnswer:
    """A document's address, which asks by itself who may download it."""
    return FileAnswer(
        id=document.pk,
        title=title or document.title,
        url=question.absolute(document.url),
        content_type=document.content_type,
        size=document.get_file_size(),
    )
