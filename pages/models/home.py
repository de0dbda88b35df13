from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from institution.models import InstitutionImage
from pages.blocks import SectionsBlock
from pages.home.panels import home_panels
from pages.models.guarded import Guarded


class HomePage(Guarded, Page):
    """The portal's door: a lead note, then sections as editors compose them."""

    lead = models.ForeignKey(
        "pages.NewsPage",
        verbose_name=_("noticia principal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Vacía: la más reciente con foto."),
    )
    sections = StreamField(SectionsBlock(), verbose_name=_("secciones"), blank=True)

    content_panels = [*Page.content_panels, PageChooserPanel("lead", "pages.NewsPage"), FieldPanel("sections")]
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    template = "pages/home.html"

    class Meta:
        verbose_name = _("portada")
        verbose_name_plural = _("portadas")

    def get_context(self, request, *args, **kwargs):
        from pages.models.news import NewsPage

        now = timezone.now()
        notes = NewsPage.objects.visible(at=now).for_cards().newest_first()
        lead = notes.filter(pk=self.lead_id).first() if self.lead_id else None
        lead = lead or notes.filter(lead_photo__in=InstitutionImage.objects.publishable()).first()
        return super().get_context(request, *args, **kwargs) | {"lead": lead, "panels": home_panels(at=now)}
