"""What guidance is made of: requirements, costs, steps, channels, legal basis, questions."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.enums.guidance import ChannelKind

CONDITION = _("Solo si… Déjelo vacío si vale siempre.")


class GuidanceRequirement(Orderable):
    """Something to bring or to meet, with the form to download if there is one."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="requirements")
    text = models.CharField(_("requisito"), max_length=300)
    condition = models.CharField(_("condición"), max_length=150, blank=True, help_text=CONDITION)
    document = models.ForeignKey(
        "institution.InstitutionDocument",
        verbose_name=_("formato para descargar"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("requisito")
        verbose_name_plural = _("requisitos")

    def __str__(self) -> str:
        return self.text


class GuidanceCost(Orderable):
    """An amount in soles and what it is for."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="costs")
    concept = models.CharField(_("concepto"), max_length=150)
    amount = models.DecimalField(_("monto (S/)"), max_digits=9, decimal_places=2, validators=[MinValueValidator(0)])

    class Meta(Orderable.Meta):
        verbose_name = _("monto")
        verbose_name_plural = _("montos")
        constraints = [models.CheckConstraint(condition=Q(amount__gte=0), name="pages_guidance_cost_not_negative")]

    def __str__(self) -> str:
        return f"{self.concept}: S/ {self.amount}"


class GuidanceStep(Orderable):
    """What to do, in order."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="steps")
    title = models.CharField(_("paso"), max_length=120)
    text = models.TextField(_("cómo se hace"), max_length=1_000, blank=True)
    condition = models.CharField(_("condición"), max_length=150, blank=True, help_text=CONDITION)

    class Meta(Orderable.Meta):
        verbose_name = _("paso")
        verbose_name_plural = _("pasos")

    def __str__(self) -> str:
        return self.title


class GuidanceChannel(Orderable):
    """Where or how it is done: a place with its hours, an address of the web, or a telephone."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("cómo"), max_length=10, choices=ChannelKind)
    place = models.CharField(_("lugar o teléfono"), max_length=150, blank=True)
    hours = models.CharField(_("horario"), max_length=150, blank=True)
    url = models.URLField(_("dirección en internet"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("canal de atención")
        verbose_name_plural = _("canales de atención")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ChannelKind.values), name="pages_guidance_channel_known"),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(url=""),
                name="pages_guidance_channel_leads_somewhere",
                violation_error_message=_("Diga el lugar, el teléfono o la dirección en internet."),
            ),
        ]

    def clean(self) -> None:
        if self.kind == ChannelKind.VIRTUAL and not self.url:
            raise ValidationError({"url": _("Escriba la dirección en internet.")})

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.place or self.url}"


class LegalBasis(Orderable):
    """A norm that says so."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="legal_bases")
    norm = models.CharField(_("norma"), max_length=200)
    articles = models.CharField(_("artículos"), max_length=100, blank=True)
    url = models.URLField(_("dirección"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("base legal")
        verbose_name_plural = _("bases legales")

    def __str__(self) -> str:
        return self.norm


class GuidanceQuestion(Orderable):
    """A frequent question with its answer."""

    page = ParentalKey("pages.GuidancePage", on_delete=models.CASCADE, related_name="questions")
    question = models.CharField(_("pregunta"), max_length=200)
    answer = models.TextField(_("respuesta"), max_length=1_000)

    class Meta(Orderable.Meta):
        verbose_name = _("pregunta frecuente")
        verbose_name_plural = _("preguntas frecuentes")

    def __str__(self) -> str:
        return self.question
