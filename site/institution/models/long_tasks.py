from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from institution.enums import LongTaskState

# Work that tells nothing for this long has lost its worker.
SILENT_AT_MOST = timedelta(minutes=10)
VIEW = "institution.view_longtask"
UNFINISHED = (LongTaskState.WAITING, LongTaskState.RUNNING)


class LongTaskQuerySet(models.QuerySet["LongTask"]):
    def seen_by(self, user) -> Self:
        """Everything for those who may see the register, and for the rest what they started."""
        return self if user.has_perm(VIEW) else self.filter(started_by=user)

    def finished_before(self, at: datetime) -> Self:
        return self.filter(finished_at__lt=at)


class LongTask(models.Model):
    """Work that takes longer than a page may: what it does, how far it is and how it ended.

    `kind` names the function that does it (see `institution.long_tasks`), `arguments` what it was given. Retention:
    ninety days after it ended.
    """

    kind = models.SlugField(_("clase"), max_length=50)
    title = models.CharField(_("tarea"), max_length=200)
    arguments = models.JSONField(_("datos con que se inició"), default=dict, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("la inició"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="long_tasks",
    )
    state = models.CharField(
        _("estado"), max_length=10, choices=LongTaskState.choices, default=LongTaskState.WAITING, db_index=True
    )
    attempt = models.PositiveSmallIntegerField(_("intento"), default=1)
    created_at = models.DateTimeField(_("pedida"), db_index=True)
    started_at = models.DateTimeField(_("empezó"), null=True, blank=True)
    seen_at = models.DateTimeField(_("última señal"))
    finished_at = models.DateTimeField(_("terminó"), null=True, blank=True)
    done = models.PositiveIntegerField(_("hechos"), default=0)
    total = models.PositiveIntegerField(_("de"), default=0)
    result = models.JSONField(_("resultado"), default=dict, blank=True)
    message = models.TextField(_("qué falló"), blank=True)

    objects = LongTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("tarea")
        verbose_name_plural = _("tareas")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(state__in=LongTaskState.values), name="institution_task_known_state"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="institution_task_within_total"),
            models.CheckConstraint(
                condition=Q(state=LongTaskState.WAITING, started_at=None, finished_at=None)
                | Q(state=LongTaskState.RUNNING, started_at__isnull=False, finished_at=None)
                | Q(
                    state__in=(LongTaskState.DONE, LongTaskState.FAILED),
                    started_at__isnull=False,
                    finished_at__isnull=False,
                ),
                name="institution_task_instants_fit_state",
            ),
            models.CheckConstraint(
                condition=(Q(state=LongTaskState.FAILED) & ~Q(message=""))
                | (~Q(state=LongTaskState.FAILED) & Q(message="")),
                name="institution_task_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def may_be_seen_by(self, user) -> bool:
        return self.started_by_id == user.pk or user.has_perm(VIEW)

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED

    def is_stale(self, at: datetime) -> bool:
        """Whether it should be going on and nobody has told anything of it for ten minutes."""
        return self.unfinished and self.seen_at < at - SILENT_AT_MOST

    def may_start_again(self, at: datetime) -> bool:
        return self.state == LongTaskState.FAILED or self.is_stale(at)
