from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pages.blocks import BodyBlock
from pages.models.corrections import Corrected
from pages.models.guarded import Guarded
from pages.panels.pieces import corrections_panel


class StandardPage(Guarded, Corrected, Page):
    """A page that stays: history, privacy, accessibility, services."""

    intro = models.TextField(_("presentación"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("cuerpo"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        corrections_panel(),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro", column="summary"), index.SearchField("body")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage", "pages.AuthoritiesPage", "pages.OrganisationPage", "pages.ContactPage"]
    template = "pages/standard.html"

    class Meta:
        verbose_name = _("página")
        verbose_name_plural = _("páginas")

    def search_facets(self) -> list[tuple[str, str]]:
        """What a search may be narrowed by: its resource of the API."""
        return [("type", "pages")]
