"""What an address says that once had a page and no longer has."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from pages.enums import WithdrawalReason
from pages.models import Withdrawal
from pages.models.embargo import visible_pages


@dataclass(frozen=True)
class Gone:
    """What is told of it. `title` is empty when it must not be repeated, `replacement` None when none may be seen."""

    reason: WithdrawalReason
    since: datetime
    explanation: str = ""
    title: str = ""
    replacement: Page | None = None


def gone_from(url_path: str, *, at: datetime) -> Gone | None:
    """What became of the page that people saw at this place of the tree; None if they never saw one.

    One query for an address that nothing ever had, two more at most for one that did.
    """
    withdrawn = Withdrawal.objects.active().filter(url_path=url_path).first()
    if withdrawn is None:
        return _expired(url_path, at)
    if not withdrawn.was_public:
        return None
    reason = WithdrawalReason(withdrawn.reason)
    return Gone(
        reason,
        withdrawn.withdrawn_at,
        withdrawn.explanation,
        withdrawn.title if reason == WithdrawalReason.EXPIRED else "",
        visible_pages(at=at).filter(pk=withdrawn.replaced_by_id).first() if withdrawn.replaced_by_id else None,
    )


def _expired(url_path: str, at: datetime) -> Gone | None:
    """A page whose time is over though no job has taken it down yet."""
    page = Page.objects.live().public().filter(url_path=url_path, expire_at__lte=at).first()
    if page is None or (getattr(page.specific, "embargo_until", None) and page.specific.embargoed(at=at)):
        return None
    return Gone(WithdrawalReason.EXPIRED, page.expire_at, title=page.title)
