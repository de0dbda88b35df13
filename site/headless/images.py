"""Pictures in a bounded set of sizes. An answer never waits for one to be cut: that is done when it is asked for.

An address that cuts is signed, so that nobody can ask for another size, nor for a picture that wasn't told of.
"""

import logging
from collections.abc import Callable, Iterable

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.images.models import Filter

from headless.problem_types import NOT_FOUND
from headless.problems import Problem
from headless.schemas import PictureSize
from institution.models import InstitutionImage
from institution.rules.pictures import UNREADABLE_PICTURE

logger = logging.getLogger(__name__)

SIZES = {
    "small": Filter("fill-400x267|format-webp|webpquality-78"),
    "card": Filter("fill-800x534|format-jpeg|jpegquality-80"),
    "large": Filter("max-1600x1600|format-jpeg|jpegquality-80"),
    "share": Filter("fill-1200x630|format-jpeg|jpegquality-82"),
}
# What networks and sites ask for, in pixels; cropped by the picture's focal point, never enlarged.
ASKED_SIZES = {
    f"{width}x{height}": Filter(f"fill-{width}x{height}|format-jpeg|jpegquality-82")
    for width, height in (
        (400, 400), (1080, 1080), (1080, 1350), (1080, 1920), (1200, 627), (1200, 630), (1280, 720), (1600, 900),
    )
}  # fmt: skip
CUTS = SIZES | ASKED_SIZES
KEPT_SECONDS = 3_600
_signer = Signer(salt="headless.images", sep=".")


def picture_sizes(
    image: InstitutionImage, absolute: Callable[[str], str], names: Iterable[str] = tuple(SIZES)
) -> dict[str, PictureSize]:
    """Some sizes of a picture by name. Asks the database nothing when the image's renditions were prefetched."""
    cuts = {name: CUTS[name] for name in names}
    cut = image.find_existing_renditions(*cuts.values())
    sizes = {}
    for name, size in cuts.items():
        if rendition := cut.get(size):
            sizes[name] = PictureSize(url=absolute(rendition.url), width=rendition.width, height=rendition.height)
        else:
            width, height = (round(side) for side in size.get_transform(image).size)
            sizes[name] = PictureSize(url=absolute(_address(image, name)), width=width, height=height)
    return sizes


def cut_picture(request: HttpRequest, token: str) -> HttpResponseRedirect:
    """Cut the picture that a token of ours names, once, and send whoever asks to the file."""
    try:
        key, name = _signer.unsign_object(token)
        image = get_object_or_404(InstitutionImage.objects.publishable(), pk=key)
        rendition = image.get_rendition(CUTS[name])
    except (BadSignature, KeyError) as error:
        raise Problem(NOT_FOUND, _("Esa imagen no existe.")) from error
    except UNREADABLE_PICTURE as error:
        logger.exception("Picture %s can't be cut", token)
        raise Problem(NOT_FOUND, _("El archivo de esa imagen no se puede leer.")) from error
    response = HttpResponseRedirect(rendition.url)
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


def _address(image: InstitutionImage, name: str) -> str:
    return reverse("api_picture", kwargs={"token": _signer.sign_object([image.pk, name])})
