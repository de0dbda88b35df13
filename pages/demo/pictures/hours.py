"""The hours of the day as sets of colours, and the crops of the season."""

from random import Random

from pages.demo.pictures.palette import Colour, Palette, mix, rgb

CROPS = (
    tuple(map(rgb, ("6f9a3e", "8fb04a", "c9b24c", "4f7d3c", "a8bf5b", "b98a3f"))),
    tuple(map(rgb, ("4f8a4f", "7fae55", "d8c15a", "9a5a6b", "a9c667", "3f6f48"))),
    tuple(map(rgb, ("86a04a", "d3ae4a", "b87a3a", "5f8342", "e0c873", "7a9a58"))),
)


def _hour(sky: str, sun: str, far: str, near: str, ambient: str, dim: float) -> Palette:
    return Palette(tuple(map(rgb, sky.split())), rgb(sun), rgb(far), rgb(near), rgb(ambient), dim, CROPS[0])


DAWN = (
    _hour("41306a a7547f f2936d fde2ac", "fff1c9", "d497a0", "2c2549", "4a2f5c", 0.42),
    _hour("1f4068 7585b3 f0a98c ffe8bd", "fff4d2", "b9a3bd", "1c3049", "2b3f66", 0.40),
    _hour("7d3145 dd6a4f f8b665 fff1c4", "fffbe0", "dd9b7c", "42202f", "6b2f3a", 0.36),
)

DAY = (
    _hour("2a79b3 79bcdb cfe6e4 f6f1de", "fff6d0", "8fb5c8", "2d6a4a", "2a6a8a", 0.06),
    _hour("3a9aa6 8fcfc6 d7e8d0 fbf0d2", "fff3c0", "8fbcb3", "356c42", "2a7a6a", 0.08),
    _hour("4a83c4 9cc3e6 dfe6e8 fdecd3", "fff5d6", "9aabcd", "4f6a3c", "4a5a8a", 0.08),
)

GOLDEN = (
    _hour("2b6088 8fa7a8 f2b986 ffe0a8", "fff3c8", "cfa68f", "3a4a44", "8a4a2a", 0.20),
    _hour("3d5a80 b08a98 f4a56c ffd890", "ffefbe", "cb9a92", "3b3a4c", "7a3a3a", 0.24),
    _hour("23707a 86b5a0 f3cc85 fff0b8", "fff6d0", "bdb38c", "2f4f42", "6a5a2a", 0.20),
)

NIGHT = (
    _hour("050a22 0e2350 24507f 5a87a6", "f6f1dc", "3c6288", "081022", "0c1c42", 0.62),
    _hour("0d0829 291a58 583f86 a06f9c", "fbeedd", "6a548d", "0e0a24", "1c1244", 0.60),
    _hour("03141d 093843 1f6a70 6fae9c", "f4f4e2", "3d7b7c", "061a20", "07292f", 0.60),
)

STORM = (
    _hour("1a2430 36475a 6f8190 aeb8ba", "e8edf0", "7f8f99", "1b272f", "2a3a4a", 0.50),
    _hour("231f33 4a4763 857f92 c3b4ae", "f2e9e4", "8d8797", "221f2f", "332f49", 0.50),
    _hour("14282c 2f4f52 6b8a84 b4bfa8", "eef2e2", "7c948c", "14262a", "20413f", 0.50),
)


def choose(hours: tuple[Palette, ...], rng: Random) -> Palette:
    """A palette somewhere between two of an hour, with one of the sets of crops."""
    one, other = rng.sample(hours, 2)
    return _blend(one, other, rng.random() * 0.6, rng.choice(CROPS))


def _blend(one: Palette, other: Palette, share: float, crops: tuple[Colour, ...]) -> Palette:
    def tone(name: str) -> Colour:
        return mix(getattr(one, name), getattr(other, name), share)

    sky = tuple(mix(a, b, share) for a, b in zip(one.sky, other.sky, strict=True))
    dim = one.dim + (other.dim - one.dim) * share
    return Palette(sky, tone("sun"), tone("far"), tone("near"), tone("ambient"), dim, crops)
