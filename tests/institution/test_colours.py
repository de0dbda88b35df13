"""The colour that holds a picture's place."""

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from institution.actions.colours import measure_colours
from institution.models import InstitutionImage
from institution.rules.colour import dominant_colour
from tests.factories.institution import ImageFactory, picture_bytes


def painted(*stripes: tuple[str, int]) -> Image.Image:
    """A picture of stripes, each so many pixels high."""
    picture = Image.new("RGB", (60, sum(height for _colour, height in stripes)))
    top = 0
    for colour, height in stripes:
        picture.paste(Image.new("RGB", (60, height), colour), (0, top))
        top += height
    return picture


def test_the_most_frequent_colour_is_told_and_not_the_mean():
    assert dominant_colour(painted(("#c81e1e", 40), ("#1e1ec8", 20))) == "#c81e1e"


def test_what_is_transparent_counts_as_the_white_behind_it():
    assert dominant_colour(Image.new("RGBA", (10, 10), (200, 0, 0, 0))) == "#ffffff"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_picture_has_a_colour(mode):
    assert dominant_colour(Image.new(mode, (3, 2))).startswith("#")


def colour_of(image: InstitutionImage) -> str:
    return InstitutionImage.objects.values_list("dominant_colour", flat=True).get(pk=image.pk)


@pytest.mark.django_db
def test_the_library_is_measured_once_and_again_when_the_file_is_another():
    image = ImageFactory()
    assert (measure_colours(timezone.now()), measure_colours(timezone.now())) == (1, 0)
    assert colour_of(image).startswith("#")
    other = image.file.storage.save("originales/otra.png", ContentFile(picture_bytes(size=(30, 20))))
    InstitutionImage.objects.filter(pk=image.pk).update(file=other, dominant_colour="")
    assert measure_colours(timezone.now()) == 1
    assert colour_of(image).startswith("#")


@pytest.mark.django_db
def test_a_picture_that_can_not_be_read_is_left_without_and_not_tried_for_ever():
    image = ImageFactory()
    image.file.storage.delete(image.file.name)
    assert (measure_colours(timezone.now()), measure_colours(timezone.now())) == (1, 0)
    assert colour_of(image) == ""
