"""What an editor declares of a piece that is State publicity."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.enums import PublicityGround, PublicityMedium
from pages.rules.publication import PublicityMark


class PublicityMarked(models.Model):
    """A piece that may be State publicity, and what the law then asks of it during an election.

    Source: Ley 26859, art. 192; Ley 28874.
    """

    is_publicity = models.BooleanField(_("es publicidad estatal"), default=False)
    publicity_ground = models.CharField(_("causal"), max_length=16, choices=PublicityGround, blank=True)
    publicity_medium = models.CharField(_("medio"), max_length=10, choices=PublicityMedium, blank=True)
    publicity_justification = models.TextField(
        _("sustento"), max_length=600, blank=True, help_text=_("Por qué no puede esperar, o a quién le sirve.")
    )
    publicity_authorisation = models.CharField(_("autorización del jurado"), max_length=120, blank=True)
    publicity_report_due_on = models.DateField(_("reportar al jurado hasta"), null=True, blank=True)
    publicity_shows_official = models.BooleanField(_("nombra o muestra a una autoridad"), default=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(publicity_ground="") | Q(publicity_ground__in=PublicityGround.values),
                name="%(app_label)s_%(class)s_ground_known",
            ),
            models.CheckConstraint(
                condition=Q(publicity_medium="") | Q(publicity_medium__in=PublicityMedium.values),
                name="%(app_label)s_%(class)s_medium_known",
            ),
        ]

    @property
    def publicity_mark(self) -> PublicityMark:
        return PublicityMark(
            is_publicity=self.is_publicity,
            ground=self.publicity_ground,
            justification=self.publicity_justification,
            medium=self.publicity_medium,
            authorisation=self.publicity_authorisation,
            report_due_on=self.publicity_report_due_on,
            shows_official=self.publicity_shows_official,
        )
