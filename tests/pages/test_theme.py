"""The institution's colours, legible in light and dark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from institution.models import InstitutionSettings
from institution.rules.contrast import contrast_ratio
from pages.rules.colours import DARK_GROUND, LIGHT_GROUND, WANTED_CONTRAST, legible
from pages.templatetags.portal import theme_url
from pages.views.theme import rules

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colour=colours, ground=st.sampled_from([LIGHT_GROUND, DARK_GROUND]))
def test_every_colour_becomes_legible_over_both_grounds(colour, ground):
    assert contrast_ratio(legible(colour, over=ground), ground) >= WANTED_CONTRAST


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert legible("#7a1f2b", over=LIGHT_GROUND) == "#7a1f2b"


def test_a_dark_red_is_still_red_over_a_dark_ground():
    shade = legible("#7a1f2b", over=DARK_GROUND)
    red, green, blue = (int(shade[i : i + 2], 16) for i in (1, 3, 5))
    assert red > green
    assert red > blue


def test_what_is_not_a_colour_never_reaches_the_stylesheet():
    sheet = rules({"primary": "red;}body{display:none", "accent": "#0b5d66"})
    assert "display" not in sheet
    assert "--color-primary" not in sheet
    assert "--color-accent:#0b5d66" in sheet


@pytest.mark.django_db
def test_the_stylesheet_carries_the_institutions_colours(client):
    institution = InstitutionSettings.load()
    institution.primary_colour = "#123456"
    institution.save()
    response = client.get("/tema.css")
    assert response["Content-Type"].startswith("text/css")
    assert "--color-primary:#123456;" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "seconds"), [("/tema.css", 3_600), ("/tema.css?v=abc", 31_536_000)])
def test_only_a_versioned_stylesheet_is_kept_for_a_year(client, address, seconds):
    assert f"max-age={seconds}" in client.get(address)["Cache-Control"]


def test_the_address_changes_with_the_colours():
    assert theme_url(InstitutionSettings(primary_colour="#111111")) != theme_url(
        InstitutionSettings(primary_colour="#222222")
    )
