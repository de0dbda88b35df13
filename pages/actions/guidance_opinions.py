"""Keeping what readers say of guidance, and erasing their words when their time comes."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from pages.models import GuidanceOpinion, GuidancePage

COMMENTS_KEPT = timedelta(days=180)


def give_opinion(*, page: GuidancePage, helpful: bool, comment: str, at: datetime) -> GuidanceOpinion:
    """Keep the opinion with the day alone, so that nobody can be told from it."""
    return GuidanceOpinion.objects.create(page=page, helpful=helpful, comment=comment, given_on=localdate(at))


def erase_comments(at: datetime) -> int:
    """Erase the comments older than 180 days, leaving the yes or the no; how many."""
    old = GuidanceOpinion.objects.filter(given_on__lt=localdate(at) - COMMENTS_KEPT).exclude(comment="")
    return old.update(comment="")
