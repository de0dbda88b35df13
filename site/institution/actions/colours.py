"""Measuring the dominant colour of the library's pictures, a few at a time."""

import logging
from datetime import datetime

from django.db.models import F
from PIL import Image

from institution.models import InstitutionImage
from institution.rules.colour import dominant_colour
from institution.rules.pictures import UNREADABLE_PICTURE

logger = logging.getLogger(__name__)
AT_ONCE = 20


def measure_colours(at: datetime) -> int:
    """Measure the pictures whose file has no colour yet, the newest first; how many were looked at.

    One that can't be read is left without. The rows alone are written: saving a picture would read its file again.
    """
    waiting = list(InstitutionImage.objects.exclude(coloured_file=F("file")).order_by("-pk")[:AT_ONCE])
    for image in waiting:
        colour, file = _colour_of(image), image.file.name
        InstitutionImage.objects.filter(pk=image.pk).update(dominant_colour=colour, coloured_file=file)
    return len(waiting)


def _colour_of(image: InstitutionImage) -> str:
    try:
        with image.open_file() as file, Image.open(file) as picture:
            return dominant_colour(picture)
    except UNREADABLE_PICTURE:
        logger.warning("The colour of picture %s can't be measured", image.pk)
        return ""
