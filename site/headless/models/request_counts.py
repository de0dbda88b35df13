from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class RequestCount(models.Model):
    """How many requests of a minute the processes have taken for somebody; see `headless.limits`.

    `subject` is a key's number, or a keyed digest of an address: the address itself is not kept. `minute` counts from
    1970. Retention: two minutes (`headless.actions.request_counts`).
    """

    subject = models.CharField(_("quién"), max_length=40)
    minute = models.BigIntegerField(_("minuto"), db_index=True)
    taken = models.PositiveBigIntegerField(_("tomadas"))

    class Meta:
        verbose_name = _("cuenta de consultas")
        verbose_name_plural = _("cuentas de consultas")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["subject", "minute"], name="headless_count_once"),
            models.CheckConstraint(condition=Q(taken__gte=1), name="headless_count_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.taken}"
