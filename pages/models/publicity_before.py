"""Publicity that went public before a restriction began and is still there."""

from datetime import datetime

from django.db.models import Q
from wagtail.models import Page, PageQuerySet

from institution.models import RestrictionPeriod
from pages.models.piece import piece_models
from pages.models.publicity_decisions import PublicityDecision


def publicity_not_founded(period: RestrictionPeriod, *, at: datetime) -> PageQuerySet:
    """The publicity that anybody may see at `at` and that nobody published under the rules of the period.

    It was there before the period began, or was marked as publicity by other means than publishing it.
    """
    marked = Q(pk__in=[])
    for model in piece_models():
        marked |= Q(pk__in=model.objects.filter(is_publicity=True).visible(at=at).values("pk"))
    founded = PublicityDecision.objects.allowed().filter(period=period, page__isnull=False)
    return Page.objects.filter(marked).exclude(pk__in=founded.values("page")).order_by("-last_published_at", "-pk")
