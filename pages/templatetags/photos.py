"""Responsive pictures in templates."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractRendition
from wagtail.models import Page

from institution.models import InstitutionImage
from pages.blocks.photo_sets import as_picture
from pages.cuts import FALLBACK, first_cut, kind_of, renditions
from pages.models import PhotoSet

register = template.Library()


@register.simple_tag
def photo(image: InstitutionImage | None, use: str, *, sizes: str, **attributes: str) -> SafeString:
    """A `<picture>` for one of the `USES`, lazy unless `loading` says otherwise; empty when it can't be read.

    `sizes` is the width it takes on the screen, as in HTML. Any other attribute goes to the `<img>`.
    """
    sources: dict[str, list[AbstractRendition]] = {}
    for spec, cut in renditions(image, use).items():
        sources.setdefault(kind_of(spec), []).append(cut)
    fallback = sources.pop(FALLBACK, None)
    if fallback is None:
        return SafeString()
    return format_html(
        "<picture>{}{}</picture>",
        format_html_join("", '<source type="image/{}" srcset="{}" sizes="{}">', _offers(sources, sizes)),
        fallback[0].img_tag({"loading": "lazy", "decoding": "async"} | attributes),
    )


@register.simple_tag
def photo_cut(image: InstitutionImage | None, use: str) -> AbstractRendition | None:
    """The first cut of a use, for its address and size."""
    return first_cut(image, use)


@register.inclusion_tag("pages/parts/photo_sets.html")
def photo_sets(page: Page) -> dict[str, list[dict]]:
    """The galleries of the sets of photos that were brought in for the page, in three queries whatever their number."""
    shown = [(each, each.shown()) for each in PhotoSet.objects.for_page(page)] if page.pk else []
    galleries = [{"title": each.name, "shown": [as_picture(i) for i in images]} for each, images in shown if images]
    return {"galleries": galleries}


def _offers(sources: dict[str, list[AbstractRendition]], sizes: str) -> list[tuple[str, str, str]]:
    return [(kind, _srcset(cuts), sizes) for kind, cuts in sources.items()]


def _srcset(cuts: list[AbstractRendition]) -> str:
    """The addresses by width, each width once: a small original gives the same cut for several."""
    by_width = {cut.width: cut.url for cut in cuts}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())
