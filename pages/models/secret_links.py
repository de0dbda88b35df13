"""Addresses with a secret that open something which isn't public, for a while."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SecretLinkQuerySet(models.QuerySet):
    def usable(self, *, at: datetime) -> Self:
        """The links that open something at `at`: neither expired nor revoked."""
        return self.filter(expires_at__gt=at, revoked_at__isnull=True)


class SecretLink(models.Model):
    """An address that expires and can be revoked.

    Only a digest of its secret is kept: who reads the database can't open anything with it.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("creado por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("creado"))
    expires_at = models.DateTimeField(_("vence"))
    revoked_at = models.DateTimeField(_("revocado"), null=True, blank=True)

    objects = SecretLinkQuerySet.as_manager()

    class Meta:
        abstract = True

    def opens(self, *, at: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > at
