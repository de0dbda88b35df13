"""The demonstration pictures: drawn by rule, so that the example content needs no photograph of anyone."""

from pages.demo.pictures.printed.shield import coat_of_arms
from pages.demo.pictures.scenes import SCENES, draw

__all__ = ["SCENES", "coat_of_arms", "draw"]
