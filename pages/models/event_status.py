from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import EventState
from pages.rules.recurrence import Slot, postponed

LONGEST_REASON = 300


class EventStatus(models.Model):
    """Whether a published event takes place as told. It stands apart from the page, so that no draft changes it.

    `sequence` grows each time that the dates or the state change (RFC 5545, 3.8.7.4). `postponed_from` is the start
    that was put off, `postponed_to` the new one, empty while it isn't known.
    """

    event = models.OneToOneField(
        "pages.EventPage", verbose_name=_("evento"), on_delete=models.CASCADE, related_name="status"
    )
    state = models.CharField(_("estado"), max_length=10, choices=EventState, default=EventState.CONFIRMED)
    reason = models.CharField(_("motivo"), max_length=LONGEST_REASON, blank=True)
    postponed_from = models.DateTimeField(_("debía empezar"), null=True, blank=True)
    postponed_to = models.DateTimeField(_("postergado al"), null=True, blank=True)
    sequence = models.PositiveIntegerField(_("versión"), default=0)
    changed_at = models.DateTimeField(_("cambió el"))

    class Meta:
        verbose_name = _("estado del evento")
        verbose_name_plural = _("estados de los eventos")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(state__in=EventState.values), name="pages_event_state_known"),
            models.CheckConstraint(
                condition=Q(state=EventState.CONFIRMED) | ~Q(reason=""), name="pages_event_change_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state=EventState.POSTPONED, postponed_from__isnull=False)
                | (~Q(state=EventState.POSTPONED) & Q(postponed_from__isnull=True, postponed_to__isnull=True)),
                name="pages_event_postponed_from_a_date",
            ),
            models.CheckConstraint(
                condition=Q(postponed_to__isnull=True) | ~Q(postponed_to=F("postponed_from")),
                name="pages_event_postponed_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def cancelled(self) -> bool:
        return self.state == EventState.CANCELLED

    @property
    def postponed(self) -> bool:
        return self.state == EventState.POSTPONED

    @property
    def awaits_date(self) -> datetime | None:
        """The start that was put off until a date to be told; None when every date is known."""
        return self.postponed_from if self.postponed and self.postponed_to is None else None

    def applied(self, times: list[Slot], *, repeats: bool) -> list[Slot]:
        """The times as they stand after what was postponed."""
        if self.postponed_from is None or self.postponed_to is None:
            return times
        return postponed(times, origin=self.postponed_from, to=self.postponed_to, repeats=repeats)

    def covers(self, original: datetime, *, repeats: bool) -> bool:
        """Whether the time that was to start then is one of those postponed."""
        if self.postponed_from is None:
            return False
        return original == self.postponed_from or (not repeats and original > self.postponed_from)
