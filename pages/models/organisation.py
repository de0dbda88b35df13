from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from institution.models import OrganicUnit


class OrganisationPage(Page):
    """The organisation chart, drawn from the units that are in force."""

    intro = models.TextField(_("presentación"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "pages/organisation.html"

    class Meta:
        verbose_name = _("organigrama")
        verbose_name_plural = _("organigramas")

    def get_context(self, request, *args, **kwargs):
        tree = OrganicUnit.objects.filter(active=True).tree()
        return super().get_context(request, *args, **kwargs) | {"tree": tree}
