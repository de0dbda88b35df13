"""When an event takes place, as an editor says it: its dates, how the first one repeats, and the exceptions."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.enums import Frequency
from pages.fields import WeekdaysField
from pages.rules.recurrence import MOST_DATES, Recurrence, Slot, slot, slots

NTH = [(1, _("El primero")), (2, _("El segundo")), (3, _("El tercero")), (4, _("El cuarto")), (-1, _("El último"))]
LONGEST_INTERVAL = 99


class EventDate(Orderable):
    """A time that an event takes place."""

    page = ParentalKey("pages.EventPage", on_delete=models.CASCADE, related_name="dates")
    starts_at = models.DateTimeField(_("empieza"))
    ends_at = models.DateTimeField(_("termina"))
    all_day = models.BooleanField(_("todo el día"), default=False)
    note = models.CharField(_("nota"), max_length=150, blank=True, help_text=_("Por ejemplo: «Día central»."))

    class Meta(Orderable.Meta):
        verbose_name = _("fecha")
        verbose_name_plural = _("fechas")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")) | Q(all_day=True, ends_at__gte=F("starts_at")),
                name="pages_date_ends_after_it_starts",
                violation_error_message=_("Termina antes de empezar: revise las horas."),
            )
        ]

    def slot(self) -> Slot:
        """As the rules take it."""
        return slot(self.starts_at, self.ends_at, all_day=self.all_day, note=self.note)


class DateException(Orderable):
    """A day on which an event that repeats doesn't take place, or does at another time (EXDATE, RECURRENCE-ID)."""

    page = ParentalKey("pages.EventPage", on_delete=models.CASCADE, related_name="date_exceptions")
    day = models.DateField(_("día que cambia"), help_text=_("Un día en que debía repetirse."))
    starts_at = models.DateTimeField(
        _("empieza"), null=True, blank=True, help_text=_("Si pasa a otro momento. Vacío: ese día no hay.")
    )
    ends_at = models.DateTimeField(_("termina"), null=True, blank=True)
    note = models.CharField(_("motivo o nota"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("excepción")
        verbose_name_plural = _("excepciones")
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="pages_exception_once_a_day"),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="pages_exception_ends_after_it_starts",
                violation_error_message=_("Ponga cuándo empieza y cuándo termina, en ese orden, o ninguna."),
            ),
        ]

    @property
    def slot(self) -> Slot | None:
        """The time it was moved to; None when that day is skipped."""
        return slot(self.starts_at, self.ends_at, note=self.note) if self.starts_at and self.ends_at else None


class Repeating(models.Model):
    """How the first date repeats, in fields that write a rule of RFC 5545 which always ends."""

    repeats = models.CharField(_("se repite"), max_length=8, choices=Frequency, blank=True)
    repeat_every = models.PositiveSmallIntegerField(
        _("cada cuántos"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_INTERVAL)],
        help_text=_("2 es cada dos días, semanas, meses o años."),
    )
    repeat_weekdays = WeekdaysField(
        _("qué días de la semana"), max_length=20, blank=True, help_text=_("Vacío: el mismo día que la primera fecha.")
    )
    repeat_nth = models.SmallIntegerField(
        _("cuál de cada mes"), null=True, blank=True, choices=NTH, help_text=_("Por ejemplo, el último viernes.")
    )
    repeat_month_day = models.PositiveSmallIntegerField(
        _("día del mes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("Los meses que no tienen ese día se saltan."),
    )
    repeat_until = models.DateField(_("hasta el día"), null=True, blank=True)
    repeat_count = models.PositiveSmallIntegerField(
        _("cuántas veces"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DATES)],
        help_text=_("Contando la primera. Use esto o «hasta el día», no los dos."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(repeats="") | Q(repeats__in=Frequency.values), name="pages_event_frequency_known"
            ),
            models.CheckConstraint(
                condition=Q(repeat_until__isnull=True) | Q(repeat_count__isnull=True),
                name="pages_event_repetition_one_end",
                violation_error_message=_("Diga hasta qué día se repite o cuántas veces, no las dos cosas."),
            ),
            models.CheckConstraint(
                condition=Q(repeat_every__gte=1, repeat_every__lte=LONGEST_INTERVAL), name="pages_event_interval_sane"
            ),
            models.CheckConstraint(
                condition=Q(repeat_count__isnull=True) | Q(repeat_count__gte=1, repeat_count__lte=MOST_DATES),
                name="pages_event_count_bounded",
            ),
            models.CheckConstraint(
                condition=Q(repeat_month_day__isnull=True) | Q(repeat_month_day__gte=1, repeat_month_day__lte=31),
                name="pages_event_month_day_exists",
            ),
        ]

    @property
    def recurrence(self) -> Recurrence | None:
        """The rule, or None for an event that doesn't repeat."""
        if not self.repeats:
            return None
        return Recurrence(
            frequency=Frequency(self.repeats),
            interval=self.repeat_every or 1,
            weekdays=tuple(code for code in self.repeat_weekdays.split(",") if code),
            month_day=self.repeat_month_day,
            nth=self.repeat_nth,
            until=self.repeat_until,
            count=self.repeat_count,
        )

    def typed_slots(self) -> list[Slot]:
        """The dates that the editor typed, in order."""
        return sorted((each.slot() for each in self.dates.all()), key=lambda each: each.starts)

    def planned_slots(self) -> list[Slot]:
        """Every time that it was to take place, before any postponement."""
        rule = self.recurrence
        changes = {each.day: each.slot for each in self.date_exceptions.all()} if rule else {}
        moved = {day: other for day, other in changes.items() if other}
        return slots(self.typed_slots(), rule, skipped=self.skipped_days(), moved=moved)

    def skipped_days(self) -> set[date]:
        """The days on which it doesn't repeat."""
        return {each.day for each in self.date_exceptions.all() if each.slot is None}
