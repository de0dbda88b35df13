"""What belongs to a work's draft beside its own fields: consortium, extensions, programme and pictures."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from institution.validators import validate_ruc
from pages.enums import PhotoMoment

WORK = "pages.PublicWorkPage"


class ConsortiumMember(Orderable):
    """A company of the consortium that executes a work."""

    work = ParentalKey(WORK, on_delete=models.CASCADE, related_name="consortium")
    name = models.CharField(_("empresa"), max_length=200)
    ruc = models.CharField(_("RUC"), max_length=11, validators=[validate_ruc])
    share = models.DecimalField(
        _("participación (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta(Orderable.Meta):
        verbose_name = _("consorciado")
        verbose_name_plural = _("consorciados")
        constraints = [
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gte=0, share__lte=100), name="pages_share_within_100"
            )
        ]

    def __str__(self) -> str:
        return self.name


class WorkExtension(Orderable):
    """An approved extension of a work's term (*ampliación de plazo*): days, the norm that grants them, the new end."""

    work = ParentalKey(WORK, on_delete=models.CASCADE, related_name="extensions")
    days = models.PositiveSmallIntegerField(_("días"), validators=[MinValueValidator(1)])
    norm = models.CharField(_("resolución que la aprueba"), max_length=150)
    approved_on = models.DateField(_("aprobada el"))
    new_end = models.DateField(_("nuevo término"))

    class Meta(Orderable.Meta):
        verbose_name = _("ampliación de plazo")
        verbose_name_plural = _("ampliaciones de plazo")
        constraints = [models.CheckConstraint(condition=Q(days__gte=1), name="pages_extension_has_days")]

    def __str__(self) -> str:
        return f"{self.norm} ({self.days})"


class ProgrammedPoint(Orderable):
    """How far the work should have come on a day, in accumulated physical percentage."""

    work = ParentalKey(WORK, on_delete=models.CASCADE, related_name="programme")
    on = models.DateField(_("fecha"))
    physical = models.DecimalField(
        _("avance físico programado (%)"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta(Orderable.Meta):
        verbose_name = _("avance programado")
        verbose_name_plural = _("avances programados")
        constraints = [
            models.UniqueConstraint(fields=["work", "on"], name="pages_one_programmed_point_a_day"),
            models.CheckConstraint(condition=Q(physical__gte=0, physical__lte=100), name="pages_programmed_within_100"),
        ]

    def __str__(self) -> str:
        return f"{self.on}: {self.physical} %"


class WorkPhoto(Orderable):
    """A picture of the work before, during or after its execution."""

    work = ParentalKey(WORK, on_delete=models.CASCADE, related_name="photos")
    moment = models.CharField(_("momento"), max_length=8, choices=PhotoMoment)
    image = models.ForeignKey(
        "institution.InstitutionImage", verbose_name=_("foto"), on_delete=models.PROTECT, related_name="+"
    )
    alt = models.CharField(_("texto alternativo"), max_length=250, help_text=_("Qué se ve, para quien no puede verla."))
    caption = models.CharField(_("leyenda"), max_length=300, blank=True)
    taken_on = models.DateField(_("tomada el"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("foto de la obra")
        verbose_name_plural = _("fotos de la obra")
        constraints = [
            models.CheckConstraint(condition=Q(moment__in=PhotoMoment.values), name="pages_photo_moment_known")
        ]

    def __str__(self) -> str:
        return self.caption or self.alt
