"""Filtering what belongs to a campaign or a work, by the same names in lists, feeds and the API."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from institution.alphabet import Alphabetical
from pages.listing.filters import Choice, Filter


@dataclass(frozen=True)
class ByGathering:
    """By the campaign or work that a piece says it belongs to, by its slug; those that aren't public don't exist."""

    parameter: str
    title: str | Promise
    model: str
    at: datetime

    def condition(self, value: str) -> Q | None:
        known = self._public().filter(slug=value).exists()
        return Q(**{f"{self.parameter}__slug": value}) if known else None

    def choices(self, rows: QuerySet, selected: str) -> list[Choice]:
        counts = dict(rows.order_by().values_list(self.parameter).annotate(Count("pk")))
        found = self._public().filter(pk__in=[pk for pk in counts if pk]).order_by(Alphabetical("title"))
        named = found.values_list("pk", "slug", "title")
        return [Choice(slug, title, counts[pk], slug == selected) for pk, slug, title in named]

    def _public(self) -> QuerySet:
        pages: Any = apps.get_model(self.model)
        return pages.objects.visible(at=self.at)


def gathering_filters(*, at: datetime) -> list[Filter]:
    """The two, for every type that may be gathered."""
    return [
        ByGathering("campaign", _("Campaña"), "pages.CampaignPage", at),
        ByGathering("work", _("Obra"), "pages.PublicWorkPage", at),
    ]


def gathered_as_asked(request: HttpRequest, pieces: QuerySet, *, at: datetime) -> QuerySet:
    """The pieces of the campaign or work that the address of a feed names. Raises Http404 for one that isn't public."""
    for each in gathering_filters(at=at):
        if value := request.GET.get(each.parameter):
            condition = each.condition(value)
            if condition is None:
                raise Http404
            pieces = pieces.filter(condition)
    return pieces
