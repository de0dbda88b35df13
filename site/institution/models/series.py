from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from institution.validators import validate_number_pattern


class DocumentSeries(models.Model):
    """A line of official documents that are numbered from 1 each calendar year, without gaps."""

    code = models.SlugField(_("código"), max_length=20, unique=True, help_text=_("Por ejemplo nota-prensa."))
    name = models.CharField(_("nombre"), max_length=80, unique=True)
    unit = models.ForeignKey(
        "institution.OrganicUnit", verbose_name=_("unidad que numera"), on_delete=models.PROTECT, related_name="series"
    )
    pattern = models.CharField(
        _("formato"),
        max_length=60,
        default="N.° {numero}-{anio}-{oficina}-{entidad}",
        validators=[validate_number_pattern],
        help_text=_("Con {numero}, {anio}, {oficina} y {entidad}."),
    )

    class Meta:
        verbose_name = _("serie documental")
        verbose_name_plural = _("series documentales")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class IssuedNumber(models.Model):
    """A correlative that was given to a document. It is never given again: a mistaken one is voided and stays."""

    series = models.ForeignKey(DocumentSeries, verbose_name=_("serie"), on_delete=models.PROTECT, related_name="issued")
    year = models.PositiveSmallIntegerField(_("año"))
    number = models.PositiveIntegerField(_("correlativo"))
    text = models.CharField(_("número"), max_length=100, db_index=True)
    subject = models.CharField(_("asunto"), max_length=255)
    issued_at = models.DateTimeField(_("emitido"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("emitido por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    voided_at = models.DateTimeField(_("anulado"), null=True, blank=True)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("anulado por"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    void_reason = models.CharField(_("motivo de anulación"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("número emitido")
        verbose_name_plural = _("números emitidos")
        ordering = ["-year", "-number"]
        default_permissions = ("view",)
        permissions = [("void_issuednumber", _("Puede anular un número emitido"))]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="institution_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="institution_number_from_one"),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="") | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                name="institution_voided_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({_('anulado')})" if self.voided_at else self.text
