"""The register of scenes, and the one function that draws them."""

from collections.abc import Callable
from random import Random

from PIL import Image

from pages.demo.pictures.canvas import Canvas
from pages.demo.pictures.printed.charts import budget
from pages.demo.pictures.printed.maps import district
from pages.demo.pictures.printed.posters import campaign, event
from pages.demo.pictures.views.bridge import bridge
from pages.demo.pictures.views.heights import lagoon_scene, night_sky, snow_peaks
from pages.demo.pictures.views.library import library
from pages.demo.pictures.views.riverside import river_scene
from pages.demo.pictures.views.road import road_works
from pages.demo.pictures.views.school import school
from pages.demo.pictures.views.slopes import storm, terraces
from pages.demo.pictures.views.square import festival, market, plaza
from pages.demo.pictures.views.tank import water_tank
from pages.demo.pictures.views.valleys import valley_dawn, valley_day

Scene = Callable[[Canvas, Random, str], None]
View = Callable[[Canvas, Random], None]


def _view(paint: View) -> Scene:
    """A scene without words: it may as well be seen from the other side, and from a little closer."""

    def scene(canvas: Canvas, rng: Random, _title: str) -> None:
        canvas.approach(rng.uniform(1.0, 1.12), rng.random(), rng.uniform(0.4, 0.8))
        paint(canvas, rng)
        if rng.random() < 0.5:
            canvas.mirror()

    return scene


SCENES: dict[str, Scene] = {
    "valley-dawn": _view(valley_dawn),
    "valley-day": _view(valley_day),
    "lagoon": _view(lagoon_scene),
    "snow-peaks": _view(snow_peaks),
    "terraces": _view(terraces),
    "bridge": _view(bridge),
    "road-works": _view(road_works),
    "plaza": _view(plaza),
    "market": _view(market),
    "school": _view(school),
    "water-tank": _view(water_tank),
    "library": _view(library),
    "festival": _view(festival),
    "night-sky": _view(night_sky),
    "map-district": district,
    "poster-event": event,
    "poster-campaign": campaign,
    "chart-budget": budget,
    "river": _view(river_scene),
    "storm": _view(storm),
}


def draw(scene: str, *, seed: int, size: tuple[int, int] = (1600, 1067), title: str = "") -> Image.Image:
    """The picture of a scene, always the same for the same scene, seed, size and title.

    `size` is in pixels; `title` is set in type on posters, maps and charts; the other scenes have
    no words.
    Raises KeyError for a scene that is not in `SCENES`.
    """
    rng = Random(seed)
    canvas = Canvas(size)
    SCENES[scene](canvas, rng, title)
    return canvas.finish(rng)
