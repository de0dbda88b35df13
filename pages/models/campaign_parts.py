"""What a campaign's page is made of beside its words: messages, channels, pieces, partners."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from institution.enums import Licence
from pages.enums import DiffusionChannel
from pages.enums.campaigns import PieceFormat


class CampaignMessage(Orderable):
    """A key message: one idea that people should keep."""

    page = ParentalKey("pages.CampaignPage", on_delete=models.CASCADE, related_name="key_messages")
    text = models.CharField(_("mensaje"), max_length=200)

    class Meta(Orderable.Meta):
        verbose_name = _("mensaje clave")
        verbose_name_plural = _("mensajes clave")

    def __str__(self) -> str:
        return self.text


class CampaignChannel(Orderable):
    """A channel by which the campaign is meant to spread; what was really done is in the diffusion log."""

    page = ParentalKey("pages.CampaignPage", on_delete=models.CASCADE, related_name="channels")
    channel = models.CharField(_("canal"), max_length=12, choices=DiffusionChannel)
    detail = models.CharField(
        _("detalle"), max_length=150, blank=True, help_text=_("Por ejemplo: tres avisos diarios, de lunes a viernes.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("canal")
        verbose_name_plural = _("canales")
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=DiffusionChannel.values), name="pages_campaign_channel_known"
            ),
            models.UniqueConstraint(fields=["page", "channel"], name="pages_campaign_channel_once"),
        ]

    def __str__(self) -> str:
        return self.get_channel_display()


class CampaignPiece(Orderable):
    """Something to look at, listen to or hand out: a picture, a file or an address, never two of them."""

    page = ParentalKey("pages.CampaignPage", on_delete=models.CASCADE, related_name="pieces")
    format = models.CharField(_("formato"), max_length=12, choices=PieceFormat)
    title = models.CharField(_("título"), max_length=150)
    image = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("imagen"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.ForeignKey(
        "institution.InstitutionDocument",
        verbose_name=_("archivo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    url = models.URLField(
        _("dirección"), blank=True, help_text=_("Solo si la pieza está en otro sitio, como un video.")
    )
    licence = models.CharField(
        _("licencia"),
        max_length=16,
        choices=Licence,
        default=Licence.CC_BY,
        help_text=_("En qué condiciones pueden usarla otras personas."),
    )
    text = models.TextField(
        _("texto equivalente"),
        max_length=4_000,
        blank=True,
        help_text=_("Qué se ve en la imagen, o qué se dice en el audio o el video, para quien no puede verla u oírlo."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("pieza")
        verbose_name_plural = _("piezas")
        constraints = [
            models.CheckConstraint(condition=Q(format__in=PieceFormat.values), name="pages_campaign_format_known"),
            models.CheckConstraint(condition=Q(licence__in=Licence.values), name="pages_campaign_licence_known"),
            models.CheckConstraint(
                condition=Q(image__isnull=False, document__isnull=True, url="")
                | Q(image__isnull=True, document__isnull=False, url="")
                | (Q(image__isnull=True, document__isnull=True) & ~Q(url="")),
                name="pages_campaign_piece_is_one_thing",
                violation_error_message=_("Elija una imagen, un archivo o una dirección: solo uno de los tres."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def may_be_seen(self) -> bool:
        """Whether it is no picture, or one whose people agree to be seen."""
        return self.image is None or self.image.may_be_seen

    def clean(self) -> None:
        if self.format in (PieceFormat.AUDIO, PieceFormat.VIDEO) and not self.text:
            raise ValidationError({"text": _("Escriba lo que se dice, para quien no puede oírlo.")})
        if self.image_id and not self.text:
            raise ValidationError({"text": _("Escriba lo que se ve y se lee, para quien no puede verlo.")})


class CampaignPartner(Orderable):
    """An institution that takes part."""

    page = ParentalKey("pages.CampaignPage", on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("institución"), max_length=150)
    contribution = models.CharField(
        _("con qué participa"), max_length=200, blank=True, help_text=_("Por ejemplo: dos brigadas de vacunación.")
    )
    url = models.URLField(_("su página"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("institución aliada")
        verbose_name_plural = _("instituciones aliadas")

    def __str__(self) -> str:
        return self.name
