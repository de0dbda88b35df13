"""The grain of paper."""

from random import Random

from PIL import Image


def grain(size: tuple[int, int], rng: Random) -> Image.Image:
    fine = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    coarse = (size[0] // 3 + 1, size[1] // 3 + 1)
    fibres = Image.frombytes("L", coarse, rng.randbytes(coarse[0] * coarse[1]))
    grain = Image.blend(fine, fibres.resize(size, Image.Resampling.BICUBIC), 0.4)
    grain = grain.point([round(128 + (v - 128) * 0.12) for v in range(256)])
    return Image.merge("RGB", (grain, grain, grain))
