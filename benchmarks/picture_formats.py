"""What each format of a cut costs and gives: milliseconds of CPU to make it, its bytes, how far it is from its source.

Run by `python benchmarks/picture_formats.py`. It draws the demonstration's scenes, cuts them to the widths of a lead
photo and prints the median over them. `error` is the root mean square difference of a channel, of 255.
"""

import io
import statistics
import sys
import time
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from pages.demo.pictures import draw

SCENES = ("plaza", "market", "valley-day", "road-works", "library", "snow-peaks")
WIDTHS = (480, 960, 1440)
FORMATS = {
    "JPEG q80": ("JPEG", {"quality": 80}),
    "WebP q78": ("WEBP", {"quality": 78}),
    **{f"AVIF q{q} speed {s}": ("AVIF", {"quality": q, "speed": s}) for s in (4, 6, 8, 9) for q in (50,)},
    "AVIF q61 speed 8": ("AVIF", {"quality": 61, "speed": 8}),
}


def main() -> None:
    """Print a line for each width and format."""
    scenes = [draw(name, seed=7, size=(1440, 960), title="") for name in SCENES]
    print(f"{'width':>5}  {'format':18} {'CPU ms':>8} {'KB':>8} {'error':>6}")
    for width in WIDTHS:
        cuts = [scene.resize((width, width * 2 // 3)) for scene in scenes]
        for label, (kind, options) in FORMATS.items():
            measured = [_measured(cut, kind, options) for cut in cuts]
            cost, size, error = (statistics.median(column) for column in zip(*measured, strict=True))
            print(f"{width:5}  {label:18} {cost:8.0f} {size / 1024:8.1f} {error:6.1f}")


def _measured(cut: Image.Image, kind: str, options: dict) -> tuple[float, int, float]:
    out = io.BytesIO()
    start = time.process_time()
    cut.save(out, kind, **options)
    cost = (time.process_time() - start) * 1_000
    difference = ImageStat.Stat(ImageChops.difference(cut, Image.open(out).convert("RGB")))
    return cost, out.tell(), statistics.mean(difference.rms)


if __name__ == "__main__":
    main()
