from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class EventProducer(Orderable):
    """An association, business or person of trade that takes part in a fair or festivity with what it produces.

    Purpose of the contact: that buyers find it. It is shown only with consent, and goes with the page.
    """

    page = ParentalKey("pages.EventPage", on_delete=models.CASCADE, related_name="producers")
    name = models.CharField(_("asociación o negocio"), max_length=150)
    product = models.CharField(_("qué ofrece"), max_length=150, help_text=_("Por ejemplo: «Queso fresco y yogur»."))
    locality = models.CharField(_("de dónde viene"), max_length=120, blank=True)
    contact = models.CharField(
        _("contacto"), max_length=120, blank=True, help_text=_("Teléfono o correo, para publicar.")
    )
    contact_consent = models.BooleanField(_("autorizó publicar su contacto"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("productor participante")
        verbose_name_plural = _("productores participantes")
        constraints = [
            models.CheckConstraint(
                condition=Q(contact="") | Q(contact_consent=True),
                name="pages_producer_contact_with_consent",
                violation_error_message=_("Para publicar su contacto necesita su autorización: márquela o vacíelo."),
            )
        ]

    def __str__(self) -> str:
        return self.name
