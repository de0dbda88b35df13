from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from institution.enums import PhoneKind, SocialNetwork
from institution.validators import validate_legible_colour, validate_phone


@register_setting(icon="home", order=10)
class InstitutionSettings(BaseGenericSetting, ClusterableModel):
    """Who the municipality is: what heads every page, document and answer of the API."""

    name = models.CharField(_("nombre"), max_length=120, default="Municipalidad Provincial de Aija")
    short_name = models.CharField(_("siglas"), max_length=12, default="MPA")
    office_name = models.CharField(_("oficina que publica"), max_length=120, default="Oficina de Imagen Institucional")
    coat_of_arms = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("escudo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    primary_colour = models.CharField(
        _("color principal"), max_length=7, default="#7a1f2b", validators=[validate_legible_colour]
    )
    accent_colour = models.CharField(
        _("color de acento"), max_length=7, default="#0b5d66", validators=[validate_legible_colour]
    )
    address = models.CharField(_("dirección"), max_length=200, blank=True)
    opening_hours = models.CharField(_("horario de atención"), max_length=150, blank=True)
    email = models.EmailField(_("correo general"), blank=True)
    press_contact = models.CharField(
        _("contacto de prensa"), max_length=250, blank=True, help_text=_("Se muestra al pie de cada nota.")
    )
    hashtags = models.CharField(
        _("etiquetas en redes"),
        max_length=150,
        blank=True,
        help_text=_("Las que van siempre, con un espacio entre ellas. Por ejemplo: #MuniAija #AijaAvanza."),
    )
    transparency_url = models.URLField(_("portal de transparencia"), blank=True)
    complaints_url = models.URLField(_("libro de reclamaciones"), blank=True)
    show_demo_notice = models.BooleanField(_("mostrar «contenido de demostración»"), default=False)
    demo_loaded_at = models.DateTimeField(null=True, editable=False)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("name"), FieldPanel("short_name"), FieldPanel("office_name")], heading=_("Nombre")
                    ),
                    FieldPanel("coat_of_arms"),
                    MultiFieldPanel([FieldPanel("primary_colour"), FieldPanel("accent_colour")], heading=_("Colores")),
                    FieldPanel("show_demo_notice"),
                ],
                heading=_("Identidad"),
            ),
            ObjectList(
                [
                    FieldPanel("address"),
                    FieldPanel("opening_hours"),
                    FieldPanel("email"),
                    InlinePanel("phones", heading=_("Teléfonos"), label=_("Teléfono")),
                    InlinePanel("networks", heading=_("Redes sociales"), label=_("Red social")),
                    FieldPanel("hashtags"),
                    FieldPanel("press_contact"),
                    FieldPanel("transparency_url"),
                    FieldPanel("complaints_url"),
                ],
                heading=_("Contacto"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("institución")


class Phone(Orderable):
    """A telephone of the institution and what it is for."""

    institution = ParentalKey(InstitutionSettings, on_delete=models.CASCADE, related_name="phones")
    kind = models.CharField(_("para"), max_length=12, choices=PhoneKind, default=PhoneKind.SWITCHBOARD)
    number = models.CharField(_("número"), max_length=20, validators=[validate_phone])

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=PhoneKind.values), name="institution_phone_kind")
        ]


class NetworkAccount(Orderable):
    """The institution's account on a social network."""

    institution = ParentalKey(InstitutionSettings, on_delete=models.CASCADE, related_name="networks")
    network = models.CharField(_("red"), max_length=12, choices=SocialNetwork)
    url = models.URLField(_("dirección"))

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["institution", "network"], name="institution_one_account_a_network"),
            models.CheckConstraint(
                condition=models.Q(network__in=SocialNetwork.values), name="institution_network_known"
            ),
        ]


class YearName(models.Model):
    """The official name of a calendar year, which heads every document of it."""

    year = models.PositiveSmallIntegerField(_("año"), unique=True)
    name = models.CharField(_("nombre oficial"), max_length=200)
    legal_source = models.CharField(_("norma"), max_length=120)

    class Meta:
        verbose_name = _("nombre oficial del año")
        verbose_name_plural = _("nombres oficiales de los años")
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"{self.year}: «{self.name}»"
