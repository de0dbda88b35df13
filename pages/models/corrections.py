from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Correction(models.Model):
    """A correction note (*fe de erratas*): what was wrong in something published, and what is right, with its date."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="corrections")
    made_on = models.DateField(_("fecha"))
    text = models.TextField(
        _("qué decía y qué debe decir"),
        max_length=600,
        help_text=_("Por ejemplo: Decía «12 de mayo»; debe decir «13 de mayo»."),
    )

    class Meta:
        verbose_name = _("fe de erratas")
        verbose_name_plural = _("fe de erratas")
        ordering = ["-made_on", "-pk"]
        default_permissions = ()
        permissions = [("correct_past_content", _("Puede poner fe de erratas a lo de una gestión anterior"))]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="pages_correction_says_something")]

    def __str__(self) -> str:
        return self.text


class Corrected(models.Model):
    """A page that may carry correction notes."""

    class Meta:
        abstract = True

    @property
    def told_corrections(self) -> list[Correction]:
        """Its correction notes, the most recent first, those of a draft included."""
        return sorted(self.corrections.all(), key=lambda each: each.made_on, reverse=True)
