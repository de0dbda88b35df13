from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from post_office.models import STATUS, Email

from institution.enums import MailState

STATUSES = {
    MailState.QUEUED: (STATUS.queued, STATUS.requeued),
    MailState.SENT: (STATUS.sent,),
    MailState.FAILED: (STATUS.failed,),
}
STATES = {status: state for state, statuses in STATUSES.items() for status in statuses}
# A worker that dies midway leaves its message to the next one after this long.
TAKEN_FOR = timedelta(minutes=10)


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def in_state(self, state: MailState) -> Self:
        return self.filter(email__status__in=STATUSES[state])

    def not_erased(self) -> Self:
        """Those whose text is still kept."""
        return self.filter(email__isnull=False)

    def due(self, at: datetime) -> Self:
        """What waits for delivery and nobody is delivering, the oldest first."""
        free = Q(email__scheduled_time__isnull=True) | Q(email__scheduled_time__lte=at)
        return self.in_state(MailState.QUEUED).filter(free).select_related("email").order_by("pk")

    def concluded_before(self, at: datetime) -> Self:
        """What was sent or given up before the instant."""
        concluded = self.filter(email__status__in=(STATUS.sent, STATUS.failed))
        return concluded.alias(since=Coalesce("settled_at", "created_at")).filter(since__lt=at)


class OutgoingMail(models.Model):
    """A message to one recipient that leaves once: no second one may have its key.

    Purpose: to tell people what they asked for. Retention: its text, recipient and files are erased thirty days after
    it left or was given up; the key, which names no person, stays so that it can't leave again.
    """

    key = models.CharField(_("clave"), max_length=200, unique=True)
    email = models.OneToOneField(
        Email, verbose_name=_("mensaje"), null=True, on_delete=models.SET_NULL, related_name="outgoing"
    )
    created_at = models.DateTimeField(_("en cola desde"), db_index=True)
    settled_at = models.DateTimeField(_("enviado o dado por fallido"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("correo")
        verbose_name_plural = _("correos")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("retry_outgoingmail", _("Puede volver a enviar un correo que falló"))]
        constraints = [models.CheckConstraint(condition=~Q(key=""), name="institution_mail_has_key")]

    def __str__(self) -> str:
        return self.email.subject if self.email else self.key

    @property
    def state(self) -> MailState | None:
        """None once its text was erased."""
        return STATES[self.email.status] if self.email else None

    @property
    def recipient(self) -> str:
        return ", ".join(self.email.to) if self.email else ""

    @property
    def last_failure(self) -> str:
        """What the mail server answered the last time that it refused; blank if it never did."""
        last = self.email.logs.filter(status=STATUS.failed).order_by("-pk").first() if self.email else None
        return f"{last.exception_type}: {last.message}" if last else ""

    def take(self, *, at: datetime) -> bool:
        """Whether the message is now the caller's to deliver; False if another process took it first."""
        free = Q(scheduled_time__isnull=True) | Q(scheduled_time__lte=at)
        # PostgreSQL asks again, of the row that another process just changed, only what is asked of the row itself.
        queued = Email.objects.filter(free, pk=self.email_id, status__in=STATUSES[MailState.QUEUED])
        return bool(queued.update(scheduled_time=at + TAKEN_FOR))
