from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody who signs in, with the unit they work in and their position there."""

    unit = models.ForeignKey(
        "institution.OrganicUnit",
        verbose_name=_("unidad"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
    )
    position = models.CharField(_("cargo"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("persona usuaria")
        verbose_name_plural = _("personas usuarias")

    def __str__(self) -> str:
        """The name that people read; the account's while nobody wrote one."""
        return self.get_full_name() or self.get_username()
