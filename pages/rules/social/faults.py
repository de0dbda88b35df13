"""What keeps a post from being posted as it is written."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from institution.enums import SocialNetwork
from pages.rules.social.counting import utf16_units
from pages.rules.social.limits import LIMITS
from pages.rules.social.proposals import composed


def post_faults(
    *, network: SocialNetwork, title: str, text: str, hashtags: Sequence[str], link: str, with_picture: bool
) -> dict[str, str]:
    """What must be mended, by field name: how much is over, what is missing, what the network forbids."""
    limits = LIMITS[network]
    faults = {}
    over = limits.measure(composed(text, hashtags, link, network)) - limits.most(with_picture=with_picture)
    if over > 0:
        faults["text"] = _("Sobran %(over)s %(unit)s: acorte el texto o quite etiquetas.") % {
            "over": over, "unit": limits.unit,
        }  # fmt: skip
    if limits.title is not None:
        faults |= _title_faults(title, limits.title)
    if limits.hashtags is not None and len(hashtags) > limits.hashtags:
        extra = len(hashtags) - limits.hashtags
        told = ngettext("Sobra %(extra)s etiqueta.", "Sobran %(extra)s etiquetas.", extra) % {"extra": extra}
        faults["hashtags"] = told + " " + _("%(network)s admite %(most)s.") % {
            "network": network.label, "most": limits.hashtags,
        }  # fmt: skip
    for name, words in (("title", title), ("text", text)):
        if found := sorted(set(limits.forbidden) & set(words)):
            faults[name] = _("%(network)s no admite %(found)s: quítelos.") % {
                "network": network.label, "found": " ".join(found),
            }  # fmt: skip
    return faults


def missing_parts(*, network: SocialNetwork, title: str, text: str) -> dict[str, str]:
    """What a post lacks to be approved."""
    missing = {}
    if not text.strip():
        missing["text"] = _("Escriba el texto.")
    if LIMITS[network].title is not None and not title.strip():
        missing["title"] = _("Escriba el título del video.")
    return missing


def _title_faults(title: str, most: int) -> dict[str, str]:
    over = utf16_units(title) - most
    return {"title": _("Al título le sobran %(over)s caracteres.") % {"over": over}} if over > 0 else {}
