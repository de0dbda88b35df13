from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def upcoming(self, *, at: datetime) -> Self:
        """Those that are not over."""
        return self.filter(ends_at__gt=at).order_by("starts_at", "pk")

    def between(self, start: datetime, end: datetime) -> Self:
        """Those that share some instant with `start` to `end` (not included)."""
        return self.filter(starts_at__lt=end, ends_at__gt=start).order_by("starts_at", "pk")

    def public(self, *, at: datetime) -> Self:
        """Those of events that anybody may see at `at`."""
        from pages.models.events import EventPage

        return self.filter(event__in=EventPage.objects.visible(at=at))


class Occurrence(models.Model):
    """One time that a published event takes place, written out so that it can be asked for by date.

    Rewritten whenever the event is published, postponed or cancelled; never edited. `original_start` identifies it:
    when it was first to start, before being moved. Its end isn't included.
    """

    event = models.ForeignKey(
        "pages.EventPage", verbose_name=_("evento"), on_delete=models.CASCADE, related_name="occurrences"
    )
    original_start = models.DateTimeField(_("debía empezar"))
    starts_at = models.DateTimeField(_("empieza"), db_index=True)
    ends_at = models.DateTimeField(_("termina"), db_index=True)
    all_day = models.BooleanField(_("todo el día"), default=False)
    note = models.CharField(_("nota"), max_length=150, blank=True)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("fecha del evento")
        verbose_name_plural = _("fechas del evento")
        ordering = ["starts_at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["event", "starts_at"], name="pages_occurrence_by_event")]
        constraints = [
            models.UniqueConstraint(fields=["event", "original_start"], name="pages_occurrence_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="pages_occurrence_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return str(self.starts_at)

    @property
    def moved(self) -> bool:
        return self.starts_at != self.original_start
