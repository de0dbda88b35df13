from django.db import models
from django.utils.translation import gettext_lazy as _


class KeptAnswer(models.Model):
    """What was answered to a write that named itself (`Idempotency-Key`), so that repeating it answers the same.

    It is written in the transaction that does the write: a write that failed leaves no answer and may be tried again.
    Retention: a day (`headless.actions.kept_answers`).
    """

    token = models.ForeignKey("headless.AccessToken", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(_("nombre del envío"), max_length=255)
    fingerprint = models.CharField(_("huella de lo enviado"), max_length=64)
    answer = models.TextField(_("respuesta"), blank=True)
    at = models.DateTimeField(_("cuándo"), db_index=True)

    class Meta:
        verbose_name = _("respuesta guardada")
        verbose_name_plural = _("respuestas guardadas")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="headless_answer_once")]

    def __str__(self) -> str:
        return self.key
