from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from pages.models.guarded import Guarded


class AuthoritiesPage(Guarded, Page):
    """Who governs: the mayor, the council and the managers, as an editor lists them."""

    intro = models.TextField(_("presentación"), max_length=400, blank=True)
    term = models.ForeignKey(
        "institution.TermOfGovernment",
        verbose_name=_("período de gobierno"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("term"),
        InlinePanel("authorities", heading=_("Autoridades"), label=_("Autoridad")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro", column="summary"),
        index.RelatedFields("authorities", [index.SearchField("position"), index.SearchField("name")]),
    ]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    template = "pages/authorities.html"

    class Meta:
        verbose_name = _("página de autoridades")
        verbose_name_plural = _("páginas de autoridades")

    def get_context(self, request, *args, **kwargs):
        people = self.authorities.select_related("photo", "unit").prefetch_related("photo__renditions")
        return super().get_context(request, *args, **kwargs) | {"people": people}


class Authority(Orderable):
    """A person with a public position."""

    page = ParentalKey(AuthoritiesPage, on_delete=models.CASCADE, related_name="authorities")
    name = models.CharField(_("nombre"), max_length=120)
    position = models.CharField(_("cargo"), max_length=120)
    unit = models.ForeignKey(
        "institution.OrganicUnit",
        verbose_name=_("unidad"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    photo = models.ForeignKey(
        "institution.InstitutionImage",
        verbose_name=_("foto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(_("correo"), blank=True)

    def __str__(self) -> str:
        return f"{self.name}, {self.position}"
