from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class ContactPage(Page):
    """Where the municipality is, and a form to write to it."""

    intro = models.TextField(_("presentación"), max_length=400, blank=True)
    consent_text = models.TextField(
        _("texto de consentimiento"),
        default=_(
            "Acepto que la municipalidad use mis datos solo para responder este mensaje (Ley 29733). "
            "Se borran un año después."
        ),
    )

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("consent_text")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    max_count = 1
    template = "pages/contact.html"

    class Meta:
        verbose_name = _("página de contacto")
        verbose_name_plural = _("páginas de contacto")

    def serve(self, request, *args, **kwargs):
        from pages.views.contact import contact

        return contact(request, page=self)


class ContactMessage(models.Model):
    """What a citizen wrote. Purpose: to answer it. Retention: `erase_on`, a year after it came."""

    name = models.CharField(_("nombre"), max_length=120)
    email = models.EmailField(_("correo"))
    subject = models.CharField(_("asunto"), max_length=150)
    message = models.TextField(_("mensaje"), max_length=4_000)
    consent_text = models.TextField(_("consentimiento que aceptó"))
    received_at = models.DateTimeField(_("recibido"), db_index=True)
    erase_on = models.DateField(_("se borra el"), db_index=True)
    answered_at = models.DateTimeField(_("respondido"), null=True, blank=True)

    class Meta:
        verbose_name = _("mensaje de contacto")
        verbose_name_plural = _("mensajes de contacto")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.subject
