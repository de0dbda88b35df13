"""Packages of photos that make no sense, or mean harm."""

import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pages.photo_archives import UnusableArchive, photos_in
from tests.factories.institution import picture_bytes
from tests.factories.photo_sets import packed


def bomb() -> SimpleUploadedFile:
    """A few kilobytes that would unpack to more than is allowed, and say so."""
    return packed({f"{n}.png": bytes(50 * 1024 * 1024) for n in range(9)})


def liar() -> SimpleUploadedFile:
    """A package whose directory says that a large entry is small."""
    made = packed({"a.png": bytes(30 * 1024 * 1024)})
    size = (30 * 1024 * 1024).to_bytes(4, "little")
    content = made.read().replace(size, (10).to_bytes(4, "little"))
    return SimpleUploadedFile("fotos.zip", content)


@pytest.mark.parametrize(
    "package",
    [
        SimpleUploadedFile("x.zip", b""),
        SimpleUploadedFile("x.zip", b"PK\x03\x04 no soy un zip"),
        SimpleUploadedFile("x.zip", packed({"a.png": picture_bytes()}).read()[:-30]),
        packed({"a.png": picture_bytes()}, method=zipfile.ZIP_LZMA),
        packed({f"{n}.png": b"x" for n in range(61)}),
        packed({f"{n}.txt": b"x" for n in range(2_001)} | {"a.png": b"x"}),
        packed({"dentro.zip": packed({"a.png": picture_bytes()}).read()}),
    ],
    ids=["empty", "no zip", "cut short", "odd method", "too many photos", "too many entries", "only a zip inside"],
)
def test_a_package_that_makes_no_sense_is_refused_with_words(package):
    with pytest.raises(UnusableArchive, match="ZIP"):
        list(photos_in(package))


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(UnusableArchive, match="MB"):
        list(photos_in(bomb()))


def test_a_package_that_lies_about_its_sizes_gives_no_more_than_a_photo_may_hold():
    try:
        found = list(photos_in(liar()))
    except UnusableArchive:
        return
    assert all(photo.size <= 20 * 1024 * 1024 + 1 for photo in found)
