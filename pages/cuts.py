"""The cuts of a picture: a few, shared; AVIF where the worker made it, then WebP, and JPEG for old browsers."""

import logging

from wagtail.images.models import AbstractRendition, Filter

from institution.models import InstitutionImage
from institution.rules.pictures import UNREADABLE_PICTURE

logger = logging.getLogger(__name__)

QUALITY = {"avif": 50, "webp": 78, "jpeg": 80}
FALLBACK = "jpeg"
CARD = "fill-800x534|format-jpeg|jpegquality-80"
SHARE = "fill-1200x630|format-jpeg|jpegquality-82"


def spec(cut: str, kind: str) -> str:
    """The name that Wagtail gives to a cut in one format."""
    return f"{cut}|format-{kind}|{kind}quality-{QUALITY[kind]}"


def kind_of(spec: str) -> str:
    """The format that a cut's name asks for."""
    return spec.split("format-", 1)[1].split("|", 1)[0]


def _specs(**cuts: str) -> list[str]:
    return [spec(cut, kind) for kind, wanted in cuts.items() for cut in wanted.split()]


USES = {
    "card": [*_specs(webp="fill-400x267 fill-800x534"), CARD],
    "hero": [*_specs(webp="fill-800x534 fill-1200x801"), CARD],
    "lead": _specs(webp="width-480 width-960 width-1440", jpeg="width-960"),
    "figure": _specs(webp="width-480 width-960", jpeg="width-960"),
    "portrait": _specs(webp="fill-320x320", jpeg="fill-320x320"),
    "cover": _specs(webp="width-360 width-720", jpeg="width-720"),
    "emblem": _specs(webp="max-160x160"),
    "poster": _specs(jpeg="width-960"),
    "full": _specs(jpeg="max-1600x1600"),
    # For what few newsrooms can open: HEIC, AVIF.
    "original": ["original|format-jpeg|jpegquality-95"],
    "logo": ["max-600x600|format-png"],
    "share": [SHARE],
    "feed": [CARD],
    "shapes": _specs(jpeg="fill-1200x675 fill-1200x900 fill-1200x1200"),
}

# Offered beside, once all of a use are there: no reader waits for one. See docs/decisions/0008.
MODERN = {
    use: [spec(name.split("|", 1)[0], "avif") for name in USES[use] if kind_of(name) == "webp"]
    for use in ("card", "hero", "lead", "figure", "portrait")
}


def first_cut(image: InstitutionImage | None, use: str) -> AbstractRendition | None:
    """The first cut of a use, for its address and size; None when there is none."""
    return next(iter(renditions(image, use).values()), None)


def renditions(image: InstitutionImage | None, use: str, *, with_modern: bool = False) -> dict[str, AbstractRendition]:
    """The cuts of a use by their spec, made if absent; none when there is no picture or its file can't be read.

    None either when its people no longer agree to be seen: all that readers meet is cut here.
    Those in AVIF come first if they are all there; they are made only `with_modern`.
    """
    if image is None or not image.may_be_seen:
        return {}
    modern = MODERN.get(use, [])
    try:
        offered = with_modern or len(image.find_existing_renditions(*map(Filter, modern))) == len(modern)
        return image.get_renditions(*(modern if offered else []), *USES[use])
    except UNREADABLE_PICTURE:
        logger.exception("Picture %s can't be cut for %s", image.pk, use)
        return {}
