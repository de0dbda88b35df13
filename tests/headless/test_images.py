"""Pictures in the API's sizes."""

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile

from headless.images import SIZES, picture_sizes
from institution.models import InstitutionImage, InstitutionRendition
from pages.cuts import USES
from tests.factories.institution import ImageFactory, picture_bytes

pytestmark = pytest.mark.django_db
HERE = "http://testserver"


@pytest.fixture(autouse=True)
def _no_cut_is_remembered_from_another_test():
    cache.clear()


def picture(**size) -> InstitutionImage:
    image = ImageFactory(file=ContentFile(picture_bytes(**size), name="foto.png"))
    return InstitutionImage.objects.prefetch_related("renditions").get(pk=image.pk)


def sizes(image: InstitutionImage) -> dict:
    return picture_sizes(image, lambda address: f"{HERE}{address}")


def test_telling_the_sizes_cuts_nothing_and_asks_the_database_nothing(django_assert_num_queries):
    image = picture(size=(1600, 900))
    with django_assert_num_queries(0):
        assert list(sizes(image)) == ["small", "card", "large", "share"]
    assert not InstitutionRendition.objects.exists()


@pytest.mark.parametrize("side", [(1600, 900), (900, 1600), (3000, 2000), (120, 90), (1, 1)])
def test_the_width_and_height_told_before_cutting_are_those_of_the_cut_file(client, side):
    before = sizes(picture(size=side))
    for told in before.values():
        assert client.get(told.url.removeprefix(HERE)).status_code == 302
    cut = {
        spec: (each.width, each.height) for each in InstitutionRendition.objects.all() for spec in [each.filter_spec]
    }
    assert {name: (told.width, told.height) for name, told in before.items()} == {
        name: cut[size.spec] for name, size in SIZES.items()
    }


def test_a_picture_is_cut_once_and_then_told_by_its_file(client):
    image = picture(size=(1600, 900))
    address = sizes(image)["card"].url.removeprefix(HERE)
    first, second = client.get(address), client.get(address)
    assert first["Location"] == second["Location"]
    assert InstitutionRendition.objects.count() == 1
    again = InstitutionImage.objects.prefetch_related("renditions").get(pk=image.pk)
    assert sizes(again)["card"].url == f"{HERE}{first['Location']}"


@pytest.mark.parametrize("token", ["x", "WzEsImNhcmQiXQ.x", "WzEsImNhcmQiXQ", "a.b.c", "%00", "1" * 400])
def test_only_our_own_addresses_cut_pictures(client, token):
    picture()
    assert client.get(f"/api/v1/renditions/{token}").status_code == 404
    assert not InstitutionRendition.objects.exists()


def test_a_picture_whose_file_is_not_one_is_a_404(client):
    image = picture()
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"no es una imagen")
    assert client.get(sizes(image)["card"].url.removeprefix(HERE)).status_code == 404


def test_a_picture_that_is_gone_is_a_404(client):
    image = picture()
    address = sizes(image)["card"].url.removeprefix(HERE)
    InstitutionImage.objects.all().delete()
    assert client.get(address).status_code == 404


def test_the_sizes_are_cuts_of_the_portal_so_that_each_is_made_once():
    assert {size.spec for size in SIZES.values()} <= {spec for specs in USES.values() for spec in specs}
