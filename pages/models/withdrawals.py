from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.enums import WithdrawalReason


class WithdrawalQuerySet(models.QuerySet["Withdrawal"]):
    def active(self) -> Self:
        """Those whose page has not been published again."""
        return self.filter(restored_at__isnull=True)

    def of(self, *, page: int, url_path: str) -> Self:
        """Those of a page, or of another that had its address."""
        return self.filter(Q(page=page) | Q(url_path=url_path))


class Withdrawal(models.Model):
    """That a page left the public, why, and what is told of it; its address goes on answering for it.

    It outlives its page: a deleted page's address is still known to whoever kept it.
    """

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("página"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="withdrawals",
    )
    title = models.CharField(_("título"), max_length=255)
    url_path = models.TextField(_("dirección que tenía"))
    was_public = models.BooleanField(_("la gente la había visto"), default=True)
    reason = models.CharField(_("motivo"), max_length=12, choices=WithdrawalReason)
    explanation = models.TextField(_("explicación para el público"), max_length=400, blank=True)
    replaced_by = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("la reemplaza"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("retirada el"), db_index=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    restored_at = models.DateTimeField(_("publicada de nuevo el"), null=True, blank=True)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("retiro")
        verbose_name_plural = _("retiros")
        ordering = ["-withdrawn_at", "-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=WithdrawalReason.values), name="pages_withdrawal_reason_known"
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(reason=WithdrawalReason.REPLACED),
                name="pages_withdrawal_replaced_says_so",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(page__isnull=True) | ~Q(replaced_by=F("page")),
                name="pages_withdrawal_not_by_itself",
            ),
            models.CheckConstraint(
                condition=Q(restored_at__isnull=True) | Q(restored_at__gte=F("withdrawn_at")),
                name="pages_withdrawal_restored_later",
            ),
            models.UniqueConstraint(
                fields=["url_path"], condition=Q(restored_at__isnull=True), name="pages_withdrawal_one_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def restore(self, *, at: datetime) -> None:
        """Note that what had this address is public again."""
        self.restored_at = max(at, self.withdrawn_at)
        self.save(update_fields=["restored_at"])
