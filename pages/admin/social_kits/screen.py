"""A post as a screen shows it: its form, its counter, its cards, what may be done with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from institution.admin.tags import Tone, tag
from institution.enums import SocialNetwork
from institution.models import User
from pages.admin.social_kits.forms import PostForm
from pages.enums.social import PostState
from pages.models import SocialCard, SocialKit, SocialMetric, SocialPost, SocialReport
from pages.rules.social.counting import (
    EMOJI_LENGTH,
    LIGHT_RANGES,
    LIGHT_WEIGHT,
    LINK_LENGTH,
    SCALE,
    WEIGHT,
    utf8_bytes,
    utf16_units,
    weighted,
)
from pages.rules.social.graphemes import EMOJI, LINK
from pages.rules.social.limits import LIMITS, Limits

VIEW, CHANGE, APPROVE = "pages.view_socialkit", "pages.change_socialkit", "pages.approve_socialkit"
TONES = {
    PostState.DRAFT: Tone.QUIET,
    PostState.APPROVED: Tone.GOOD,
    PostState.SCHEDULED: Tone.WAITING,
    PostState.POSTED: Tone.GOOD,
    PostState.FAILED: Tone.STOPPED,
}
MEASURES = {utf16_units: "characters", utf8_bytes: "bytes", weighted: "weighted"}
# What the counter in the browser must know to count as the server does.
COUNTING = {
    "link": LINK, "emoji": EMOJI, "ranges": LIGHT_RANGES, "light": LIGHT_WEIGHT, "heavy": WEIGHT, "scale": SCALE,
    "linkLength": LINK_LENGTH, "emojiLength": EMOJI_LENGTH,
}  # fmt: skip
MOST_REPORTS, MOST_DAYS = 5, 7


@dataclass(frozen=True)
class PostScreen:
    """One post, for one person."""

    post: SocialPost
    form: PostForm
    cards: Sequence[SocialCard]
    reports: Sequence[SocialReport]
    metrics: Sequence[SocialMetric]
    may_change: bool
    may_approve: bool

    @property
    def limits(self) -> Limits:
        return LIMITS[SocialNetwork(self.post.network)]

    @property
    def measure(self) -> str:
        """How the browser's counter must count."""
        return MEASURES[self.limits.measure]

    @property
    def state(self) -> SafeString:
        return state_tag(PostState(self.post.state))

    @property
    def under_picture(self) -> int:
        return self.limits.most(with_picture=True)

    @property
    def shown_link(self) -> str:
        """The link that stands below the text; blank where it can't be followed."""
        return self.post.link if self.limits.clickable else ""


def state_tag(state: PostState) -> SafeString:
    return tag(state.label, TONES[state])


def screens_of(kit: SocialKit, user: User, *, bound: PostForm | None = None) -> list[PostScreen]:
    """The kit's posts by network, in a constant number of queries; `bound` is a form to show again."""
    posts = kit.posts.select_related("kit__page", "kit__photo", "approved_by").prefetch_related("reports", "metrics")
    cards = list(kit.cards.all())
    return [_screen(post, cards, user, bound) for post in sorted(posts, key=_place)]


def screen_of(post: SocialPost, user: User, *, bound: PostForm | None = None) -> PostScreen:
    """One post."""
    return _screen(post, list(post.kit.cards.all()), user, bound)


def _screen(post: SocialPost, cards: Iterable[SocialCard], user: User, bound: PostForm | None) -> PostScreen:
    return PostScreen(
        post=post,
        form=bound if bound and bound.post.pk == post.pk else PostForm(post),
        cards=post.cards_among(cards),
        reports=list(post.reports.all())[:MOST_REPORTS],
        metrics=list(post.metrics.all())[:MOST_DAYS],
        may_change=user.has_perm(CHANGE),
        may_approve=user.has_perm(APPROVE),
    )


def _place(post: SocialPost) -> int:
    return SocialNetwork.values.index(post.network)
