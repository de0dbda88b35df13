"""What the tool that posts tells: that a post went out or failed, and how it is received."""

import hashlib
import json
from dataclasses import astuple, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from institution.enums import SocialNetwork
from pages.enums import DiffusionChannel
from pages.enums.social import PostState, ReportOutcome
from pages.models import DiffusionEntry, SocialMetric, SocialPost, SocialReport
from pages.rules.social.states import reported_state


@dataclass(frozen=True)
class Told:
    """What a tool tells of a post: what became of it, when, and where it is or why it is not."""

    outcome: ReportOutcome
    happened_at: datetime
    url: str = ""
    reason: str = ""

    def digest(self) -> str:
        """The same for the same report told again."""
        told = json.dumps(astuple(self), default=lambda value: str(value.timestamp()))
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Figures:
    """How a post is received, counted up to the end of a day."""

    reach: int = 0
    likes: int = 0
    comments: int = 0
    shares: int = 0


@transaction.atomic
def report_status(*, post: SocialPost, told: Told, by: str, at: datetime) -> SocialReport:
    """Keep a tool's report and, unless something later is known, have the post stand as it says.

    Told again, it changes nothing. A post that went out is written in the log of diffusion of its piece.
    """
    current = SocialPost.objects.select_for_update(of=("self",)).select_related("kit__page").get(pk=post.pk)
    if known := current.reports.filter(digest=told.digest()).first():
        return known
    newest = not current.reports.filter(happened_at__gt=told.happened_at).exists()
    state = reported_state(PostState(current.state), told.outcome, newest=newest)
    applied = newest and state == told.outcome
    if applied:
        _apply(current, told, by)
    log(
        instance=current.kit,
        action="pages.social.reported",
        timestamp=at,
        data={"network": str(current.get_network_display()), "outcome": told.outcome, "tool": by},
    )
    return SocialReport.objects.create(
        post=current,
        outcome=told.outcome,
        happened_at=told.happened_at,
        url=told.url,
        reason=told.reason,
        reported_at=at,
        reported_by=by[:150],
        applied=applied,
        digest=told.digest(),
    )


@transaction.atomic
def report_metrics(*, post: SocialPost, day: date, figures: Figures, at: datetime) -> SocialMetric:
    """Keep what a tool counted of a day, in place of what it told of that day before."""
    values = {"reach": figures.reach, "likes": figures.likes, "comments": figures.comments, "shares": figures.shares}
    return SocialMetric.objects.update_or_create(post=post, day=day, defaults=values | {"reported_at": at})[0]


def _apply(post: SocialPost, told: Told, by: str) -> None:
    posted = told.outcome == ReportOutcome.POSTED
    post.state = PostState.POSTED if posted else PostState.FAILED
    post.posted_at, post.url = (told.happened_at, told.url) if posted else (None, "")
    post.failure = told.reason
    if posted and post.kit.page_id:
        post.diffusion = _spread(post, by)
    post.save()


def _spread(post: SocialPost, by: str) -> DiffusionEntry:
    """The entry of the piece's log of diffusion that tells of the post; the one that it has already, if any."""
    entry = post.diffusion or DiffusionEntry(page_id=post.kit.page_id)
    on_whatsapp = post.network == SocialNetwork.WHATSAPP
    entry.channel = DiffusionChannel.WHATSAPP if on_whatsapp else DiffusionChannel.NETWORKS
    entry.carried_on = localdate(post.posted_at)
    entry.place, entry.evidence_url = post.get_network_display(), post.url[:200]
    entry.note = (_("La informó la herramienta «%(name)s».") % {"name": by})[:300] if by else ""
    entry.save()
    return entry
