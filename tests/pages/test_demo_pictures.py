"""The demonstration pictures: each draws, is the same for one seed and another for the next."""

from importlib.resources import files

import pytest
from PIL import Image, ImageChops, ImageStat

from pages.demo.pictures import SCENES, coat_of_arms, draw
from pages.lettering import breadth, face, fit

SMALL = (300, 200)
LETTERED = ("map-district", "poster-event", "poster-campaign", "chart-budget")
ASKED_FOR = {
    *("valley-dawn", "valley-day", "lagoon", "snow-peaks", "terraces", "bridge", "road-works", "plaza"),
    *("market", "school", "water-tank", "library", "festival", "night-sky", "river", "storm"),
    *LETTERED,
}


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, from 0 (the same) to 255."""
    bands = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return sum(bands) / len(bands)


def test_the_register_holds_every_scene_that_the_example_content_asks_for():
    assert set(SCENES) == ASKED_FOR


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_drawn_at_the_size_asked_for(scene):
    picture = draw(scene, seed=4, size=(301, 203))
    assert (picture.size, picture.mode) == ((301, 203), "RGB")


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_the_same_byte_for_byte_when_drawn_again(scene):
    first, second = (draw(scene, seed=9, size=SMALL, title="Año nuevo") for _ in range(2))
    assert first.tobytes() == second.tobytes()


@pytest.mark.parametrize("scene", SCENES)
def test_two_seeds_give_clearly_different_pictures(scene):
    assert difference(draw(scene, seed=1, size=SMALL), draw(scene, seed=2, size=SMALL)) > 4


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("size", [(200, 300), (480, 120), (24, 16)])
def test_a_scene_fills_tall_and_wide_and_tiny_sheets(scene, size):
    picture = draw(scene, seed=3, size=size)
    assert picture.size == size
    assert max(ImageStat.Stat(picture).stddev) > 5


@pytest.mark.parametrize("scene", LETTERED)
def test_a_title_is_set_on_what_is_printed(scene):
    plain = draw(scene, seed=5, size=SMALL, title="Feria")
    other = draw(scene, seed=5, size=SMALL, title="Rendición de cuentas")
    assert difference(plain, other) > 0.5


def test_a_view_has_no_words():
    assert draw("river", seed=5, size=SMALL, title="Feria") == draw("river", seed=5, size=SMALL)


def test_the_sign_of_a_campaign_follows_the_words_of_its_title():
    half = (0, 0, 150, 200)
    health, water = (draw("poster-campaign", seed=5, size=SMALL, title=title).crop(half) for title in ("Salud", "Agua"))
    assert difference(health, water) > 4


def test_an_unknown_scene_is_refused():
    with pytest.raises(KeyError):
        draw("volcano", seed=1, size=SMALL)


def test_a_long_title_is_set_smaller_until_it_fits_its_room():
    title = "Mejoramiento y ampliación del servicio de agua potable y saneamiento del centro poblado"
    size, lines = fit(title, (400, 200), 90)
    assert size < 90
    assert " ".join(lines) == title
    assert max(breadth(line, size) for line in lines) <= 400


def test_a_word_wider_than_any_room_still_gives_lines():
    assert fit("Otorrinolaringología", (5, 5), 40)[1] == ["Otorrinolaringología"]


def test_the_font_has_the_letters_of_spanish_and_an_open_licence():
    font = face("Bold", 40)
    missing = bytes(font.getmask("\uffff"))
    assert all(bytes(font.getmask(letter)) != missing for letter in "áéíóúüñÁÉÍÓÚÜÑ¿¡°«»–")
    assert "SIL Open Font License" in (files("font_manrope") / "files" / "OFL.txt").read_text()


def test_the_coat_of_arms_stands_on_a_transparent_ground():
    arms = coat_of_arms()
    assert (arms.size, arms.mode) == ((600, 720), "RGBA")
    assert arms.getpixel((0, 0))[3] == 0
    assert arms.getpixel((300, 360))[3] == 255


def test_the_coat_of_arms_is_the_same_when_drawn_again():
    assert coat_of_arms((150, 180)).tobytes() == coat_of_arms((150, 180)).tobytes()
