"""What a post may say, proposed from the facts of what it tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from institution.enums import SocialNetwork
from pages.rules.social.counting import utf16_units
from pages.rules.social.cutting import cut
from pages.rules.social.graphemes import cleaned
from pages.rules.social.limits import LIMITS

PARAGRAPH = "\n\n"
LEAST_SUMMARY = 24  # less of a summary than this says nothing
WITH_KICKER = frozenset({SocialNetwork.FACEBOOK, SocialNetwork.LINKEDIN})
BRIEF = frozenset({SocialNetwork.X, SocialNetwork.TIKTOK})


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is to be told: the words of a piece, or of a kit of its own; `hashtags` are its own, the best first."""

    title: str
    summary: str = ""
    kicker: str = ""
    place: str = ""
    when: str = ""
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """The words of a post; `title` only where the network has one."""

    title: str
    text: str
    hashtags: list[str]


def propose(told: Told, network: SocialNetwork, *, link: str = "") -> Proposal:
    """A post for a network, within its limits once its hashtags and `link` stand below it.

    It carries as many hashtags as leave the title whole. The summary is cut before anything else.
    """
    limits = LIMITS[network]
    told = _in_one_line(told, limits.forbidden)
    room = limits.proposed or limits.most(with_picture=True)

    def measure(text: str, tags: Sequence[str]) -> int:
        return limits.measure(composed(text, tags, link, network))

    wanted = told.hashtags[: limits.wanted_hashtags]
    counts = range(len(wanted), 0, -1)
    tags = next((wanted[:count] for count in counts if measure(told.title, wanted[:count]) <= room), ())
    text = _written(_paragraphs(told, network, link), room, lambda words: measure(words, tags))
    title = cut(told.title, limits.title, utf16_units) if limits.title else ""
    return Proposal(title, text, list(tags))


def composed(text: str, hashtags: Sequence[str], link: str, network: SocialNetwork) -> str:
    """The whole text as it is posted; a link that can't be followed there is left out."""
    followed = link if LIMITS[network].clickable else ""
    return PARAGRAPH.join(part for part in (text, followed, " ".join(hashtags)) if part)


def _in_one_line(told: Told, forbidden: str) -> Told:
    """The facts in one line each, without the characters that the network forbids."""

    def line(words: str) -> str:
        return " ".join(cleaned(words).translate({ord(each): None for each in forbidden}).split())

    return Told(
        title=line(told.title),
        summary=line(told.summary),
        kicker=line(told.kicker),
        place=line(told.place),
        when=line(told.when),
        hashtags=told.hashtags,
    )


def _paragraphs(told: Told, network: SocialNetwork, link: str) -> list[str]:
    """Title, summary, and what comes after it."""
    where = " · ".join(part for part in (told.place, told.when) if part)
    title = f"*{told.title.replace('*', '')}*" if network == SocialNetwork.WHATSAPP else told.title
    if network in WITH_KICKER and told.kicker:
        title = f"{told.kicker.upper()}\n{title}"
    if network in BRIEF:
        return [title, told.summary, told.when]
    follow = _("Más información en el enlace de nuestro perfil.") if network == SocialNetwork.INSTAGRAM and link else ""
    return [title, told.summary, where, follow]


def _written(paragraphs: list[str], room: int, measure: Callable[[str], int]) -> str:
    """The paragraphs that fit: whole, else with the summary cut, else the title alone, cut if need be."""
    title, summary, *rest = paragraphs
    whole = _joined(title, summary, *rest)
    if measure(whole) <= room:
        return whole
    if summary and measure(_joined(title, "-" * LEAST_SUMMARY, *rest)) <= room:
        short = cut(summary, room, lambda words: measure(_joined(title, words, *rest)))
        return _joined(title, short, *rest)
    return cut(title, room, measure)


def _joined(*paragraphs: str) -> str:
    return PARAGRAPH.join(part for part in paragraphs if part)
