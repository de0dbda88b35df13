"""The sets of cuts that a browser chooses from."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from willow.image import Image

from institution.models import InstitutionImage
from pages import quick_avif
from pages.actions.prepare_pictures import prepare_pictures
from pages.cuts import MODERN, USES, renditions
from pages.templatetags.photos import photo
from tests.factories.institution import ImageFactory, picture_bytes
from tests.factories.pages import draft_note

KINDS = re.compile(r'<source type="image/(\w+)"')


@pytest.fixture
def image(db) -> InstitutionImage:
    return ImageFactory(file=ContentFile(picture_bytes(size=(1500, 1000)), name="foto.png"))


def offered(image) -> list[str]:
    return KINDS.findall(photo(image, "lead", sizes="100vw"))


def test_avif_is_never_made_for_a_reader_and_offered_first_once_the_worker_made_it(image):
    assert offered(image) == ["webp"]
    assert not image.renditions.filter(filter_spec__contains="avif").exists()
    note = draft_note(lead_photo=image, lead_photo_alt="Foto")
    prepare_pictures.call(note.pk)
    assert offered(image) == ["avif", "webp"]
    with image.renditions.filter(filter_spec=MODERN["lead"][0]).get().file.open() as file:
        assert Picture.open(file).format == "AVIF"


def test_avif_is_not_offered_while_one_of_its_widths_is_missing(image):
    renditions(image, "lead", with_modern=True)
    image.renditions.filter(filter_spec=MODERN["lead"][1]).delete()
    assert offered(InstitutionImage.objects.get(pk=image.pk)) == ["webp"]


def test_preparing_twice_makes_nothing_more(image):
    note = draft_note(lead_photo=image, lead_photo_alt="Foto")
    made = prepare_pictures.call(note.pk)
    cuts = image.renditions.count()
    assert prepare_pictures.call(note.pk) == made
    assert image.renditions.count() == cuts


def test_looking_up_a_whole_set_asks_the_database_nothing_once_it_is_known(image, django_assert_num_queries):
    renditions(image, "lead", with_modern=True)
    with django_assert_num_queries(0):  # the cache
        photo(image, "lead", sizes="100vw")
    fetched = InstitutionImage.objects.prefetch_related("renditions").get(pk=image.pk)
    with django_assert_num_queries(0):
        assert len(renditions(fetched, "lead")) == len(USES["lead"]) + len(MODERN["lead"])


def test_our_speed_is_what_willow_uses(monkeypatch):
    quick = avif()
    monkeypatch.setattr(quick_avif, "SPEED", 2)
    assert avif() != quick


def avif() -> bytes:
    """A picture cut to AVIF by Willow."""
    source, out = BytesIO(picture_bytes(size=(200, 150))), BytesIO()
    Image.open(source).save_as_avif(out, quality=50)
    return out.getvalue()
