"""Pictures with what the people in them say, and blocks that show them."""

from institution.enums import Consent, PeopleShown
from institution.models import InstitutionImage
from tests.factories.institution import ImageFactory

PENDING = {"people_shown": PeopleShown.MINORS, "consent": Consent.PENDING}
WITHDRAWN = {"people_shown": PeopleShown.ADULTS, "consent": Consent.WITHDRAWN}
GIVEN = {"people_shown": PeopleShown.MINORS, "consent": Consent.GIVEN, "authorisation_reference": "Carta 12-2026"}


def picture(image: InstitutionImage) -> dict:
    """The image as a block holds it."""
    return {"image": {"image": image.pk, "alt_text": "Foto", "decorative": False}, "caption": "", "credit": ""}


def block(image: InstitutionImage, place: str) -> dict:
    """A block that shows the image at the given place of it."""
    if place == "gallery":
        return {"type": "gallery", "value": {"title": "", "pictures": [picture(ImageFactory()), picture(image)]}}
    if place == "poster":
        video = {"title": "Video", "url": "https://youtu.be/aaaaaaaaaaa", "poster": image.pk}
        return {"type": "video", "value": video}
    return {"type": "image", "value": picture(image)}


def moved(image: InstitutionImage, consent: Consent) -> None:
    """Somebody writes what the people in the picture say now."""
    image.consent = consent
    image.save()
