from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from institution.validators import validate_ubigeo


class District(index.Indexed, models.Model):
    """A district of the province. INEI's code identifies it; RENIEC's differs and is kept beside."""

    ubigeo = models.CharField(_("ubigeo INEI"), max_length=6, unique=True, validators=[validate_ubigeo])
    reniec_code = models.CharField(_("código RENIEC"), max_length=6, unique=True, validators=[validate_ubigeo])
    name = models.CharField(_("nombre"), max_length=80, unique=True)
    slug = models.SlugField(_("nombre en la dirección"), max_length=80, unique=True)
    is_capital = models.BooleanField(_("capital de la provincia"), default=False)
    latitude = models.DecimalField(
        _("latitud"), max_digits=8, decimal_places=5, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.DecimalField(
        _("longitud"), max_digits=8, decimal_places=5, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("distrito")
        verbose_name_plural = _("distritos")
        ordering = ["ubigeo"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_capital"], condition=models.Q(is_capital=True), name="institution_one_capital"
            )
        ]

    def __str__(self) -> str:
        return self.name
