"""What a camera writes beside a picture never reaches the public."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageChops

from institution.rules.metadata import UnknownFormat, without_metadata
from tests.factories.institution import ImageFactory, located_picture

TELLTALES = (b"Exif\0\0MM\0*\0\0\0\x08\0\x02", b"GPS", b"xmpmeta", b"mara de ejemplo", b"Tomada en casa", b"2026:11:24")
CUTS = ["jpeg", "webp", "png", "avif", "gif"]


def opened(content: bytes) -> Picture.Image:
    picture = Picture.open(io.BytesIO(content))
    picture.load()
    return picture


def tells(content: bytes) -> list[str]:
    """What the bytes still say of where, when and with what the picture was taken."""
    exif = opened(content).getexif()
    found = [str(tag) for tag in exif if tag != 0x0112] + [str(tag) for tag in exif.get_ifd(0x8825)]
    return found + [str(mark) for mark in TELLTALES if mark in content]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_metadata_goes_and_the_picture_stays_bit_for_bit(kind):
    original = located_picture(kind)
    assert tells(original)
    clean = without_metadata(original)
    assert tells(clean) == []
    assert ImageChops.difference(opened(original), opened(clean)).getbbox() is None
    assert without_metadata(clean) == clean


def test_a_jpeg_still_knows_which_side_is_up():
    clean = without_metadata(located_picture(orientation=6))
    assert tells(clean) == []
    assert opened(clean).getexif()[0x0112] == 6


def test_a_colour_profile_and_several_scans_are_kept():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    Picture.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG", progressive=True, icc_profile=profile)
    clean = without_metadata(out.getvalue())
    assert opened(clean).info["icc_profile"] == profile
    assert ImageChops.difference(opened(out.getvalue()), opened(clean)).getbbox() is None


def test_what_hangs_after_the_picture_is_left_out():
    hidden = located_picture()
    assert tells(without_metadata(located_picture() + hidden)) == []
    assert len(without_metadata(hidden + hidden)) == len(without_metadata(hidden))


@pytest.mark.parametrize("cut", [0, 3, 20, 200, 2_000])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_short_is_refused_or_cleaned_but_never_leaks(kind, cut):
    content = located_picture(kind)[:cut]
    try:
        clean = without_metadata(content)
    except (UnknownFormat, OSError):
        return
    assert not any(mark in clean for mark in TELLTALES)


def test_other_formats_are_refused():
    for content in (b"", b"GIF89a", b"GIF89a" + b"x" * 40, b"<svg/>", b"RIFF\0\0\0\0WAVE"):
        with pytest.raises(UnknownFormat):
            without_metadata(content)


@pytest.mark.parametrize("original", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("cut", CUTS)
def test_no_cut_of_a_located_photo_tells_where_it_was_taken(db, original, cut):
    image = ImageFactory(file=ContentFile(located_picture(original), name=f"foto.{original.lower()}"))
    for spec in (f"width-40|format-{cut}", f"original|format-{cut}", "original"):
        with image.get_rendition(spec).file.open() as file:
            assert tells(file.read()) == [], spec


def test_an_animation_keeps_moving_without_its_comments():
    frames = [Picture.effect_noise((40, 30), sigma).convert("P") for sigma in (10, 90)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, duration=80, comment=TELLTALES[4])
    clean = without_metadata(out.getvalue())
    assert tells(clean) == []
    assert opened(clean).n_frames == 2
    assert opened(clean).info["loop"] == 0
