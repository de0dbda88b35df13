"""The sizes that pictures are cut to; few, so that they are made once and shared."""

from institution.models import InstitutionImage, InstitutionRendition

CARD = "fill-800x534|format-jpeg|jpegquality-80"
SHARE = "fill-1200x630|format-jpeg|jpegquality-82"


def card_rendition(image: InstitutionImage) -> InstitutionRendition:
    """The picture as a card shows it; the original answers when its file can't be read."""
    return image.get_rendition(CARD)
