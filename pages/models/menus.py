from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

MAIN_LIMIT = 5


@register_setting(icon="list-ul", order=20)
class PortalMenus(BaseGenericSetting, ClusterableModel):
    """The portal's menus, as editors compose them: five main entries at most."""

    panels = [
        InlinePanel(
            "main_entries", heading=_("Menú principal"), label=_("Entrada del menú principal"), max_num=MAIN_LIMIT
        ),
        InlinePanel("footer_entries", heading=_("Pie del portal"), label=_("Entrada del pie"), max_num=20),
    ]

    class Meta:
        verbose_name = _("menús del portal")


class MenuEntry(Orderable):
    """A title that leads to a page of the portal or to an address."""

    title = models.CharField(_("título"), max_length=40)
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("página"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    url = models.CharField(_("o dirección"), max_length=200, blank=True)

    panels = [FieldPanel("title"), PageChooserPanel("page"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, url="") | (Q(page__isnull=True) & ~Q(url="")),
                name="%(app_label)s_%(class)s_one_target",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if bool(self.page_id) == bool(self.url):
            raise ValidationError(_("Elija una página o escriba una dirección, una sola de las dos."))
        if self.url and not self.url.startswith(("/", "https://", "http://", "mailto:", "tel:")):
            raise ValidationError({"url": _("La dirección empieza con «/» o con «https://».")})


class MainMenuEntry(MenuEntry):
    """An entry at the top of every page."""

    menus = ParentalKey(PortalMenus, on_delete=models.CASCADE, related_name="main_entries")


class FooterMenuEntry(MenuEntry):
    """An entry at the foot of every page."""

    menus = ParentalKey(PortalMenus, on_delete=models.CASCADE, related_name="footer_entries")
