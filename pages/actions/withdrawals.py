"""Taking a page off the portal with its reason, and what its return changes."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from institution.models import User
from pages.enums import WithdrawalReason
from pages.models import Withdrawal

FIRST_BELOW_DOOR = 3  # the tree's root is 1 and each portal's home page 2


class NotWithdrawable(Exception):
    """The page can't be withdrawn so; the message says why, in Spanish."""


@transaction.atomic
def withdraw_page(
    *,
    page: Page,
    reason: WithdrawalReason,
    by: User | None,
    at: datetime,
    explanation: str = "",
    replaced_by: Page | None = None,
    include_descendants: bool = False,
) -> Withdrawal:
    """Take the page off the portal; its address then leads to `replaced_by`, or says that it was withdrawn.

    What hangs from it goes too if asked, as far as `by` may withdraw it. Raises NotWithdrawable when it isn't
    published, or is said to be replaced by nothing or by itself.
    """
    _refuse(page, reason, replaced_by)
    told: dict[str, Any] = {"reason": reason, "explanation": explanation.strip(), "replaced_by": replaced_by}
    withdrawal = _note(page.specific, by=by, at=at, **told)
    below = list(page.get_descendants().live().specific()) if include_descendants else []
    _unpublish(page.specific, withdrawal, by)
    for child in below:
        if by is None or child.permissions_for_user(by).can_unpublish():
            _unpublish(child, _note(child, by=by, at=at, **told), by)
    return withdrawal


@transaction.atomic
def note_unpublished(*, page: Page, at: datetime) -> Withdrawal | None:
    """Note why a page left the public when nobody was asked: it expired, was deleted, or it isn't known.

    None when it had been withdrawn with its reason, and for the portal's own door.
    """
    if page.depth < FIRST_BELOW_DOOR or Withdrawal.objects.active().of(page=page.pk, url_path=page.url_path).exists():
        return None
    # Wagtail announces the end of a page that is about to be deleted, without having saved that it isn't live.
    if Page.objects.filter(pk=page.pk, live=True).exists():
        return _note(page, reason=WithdrawalReason.DELETED, by=None, at=at, gone=True)
    return _note(page, reason=WithdrawalReason.EXPIRED if page.expired else WithdrawalReason.UNSTATED, by=None, at=at)


@transaction.atomic
def note_restored(*, page: Page, at: datetime) -> None:
    """Close what was noted of the page's withdrawal, or of another page's that had its address."""
    for withdrawal in Withdrawal.objects.active().of(page=page.pk, url_path=page.url_path):
        withdrawal.restore(at=at)


def _refuse(page: Page, reason: WithdrawalReason, replaced_by: Page | None) -> None:
    if not page.live:
        raise NotWithdrawable(_("Ya no está publicada: no hay nada que retirar."))
    if (reason == WithdrawalReason.REPLACED) != (replaced_by is not None):
        raise NotWithdrawable(_("Elija qué página la reemplaza, o indique otro motivo."))
    if replaced_by and replaced_by.pk == page.pk:
        raise NotWithdrawable(_("Una página no se reemplaza a sí misma: elija otra."))


def _note(
    page: Page,
    *,
    reason: WithdrawalReason,
    by: User | None,
    at: datetime,
    explanation: str = "",
    replaced_by: Page | None = None,
    gone: bool = False,
) -> Withdrawal:
    note_restored(page=page, at=at)
    return Withdrawal.objects.create(
        page=None if gone else page,
        title=page.title,
        url_path=page.url_path,
        was_public=_was_public(page, at),
        reason=reason,
        explanation=explanation,
        replaced_by=replaced_by,
        withdrawn_at=at,
        withdrawn_by=by,
    )


def _was_public(page: Page, at: datetime) -> bool:
    """Whether anybody may have seen it: neither under embargo nor private."""
    embargo = getattr(page, "embargo_until", None)
    return not (embargo and embargo > at) and not page.get_view_restrictions().exists()


def _unpublish(page: Page, withdrawal: Withdrawal, by: User | None) -> None:
    expired = withdrawal.reason == WithdrawalReason.EXPIRED
    UnpublishPageAction(page, set_expired=expired, user=by, log_action=False).execute(skip_permission_checks=True)
    data = {"reason": str(WithdrawalReason(withdrawal.reason).label), "explanation": withdrawal.explanation}
    log(instance=page, action="pages.withdraw", user=by, data=data)
