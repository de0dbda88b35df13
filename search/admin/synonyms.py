"""The register of synonyms: what an editor saves holds from the next search on."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn

from institution.admin.registers import SmallRegister
from search.admin.menu import HOOK
from search.admin.prefilled import PrefilledCreateView
from search.models import SynonymGroup


class SynonymCreateView(PrefilledCreateView):
    words_field = "terms"


class SynonymRegister(SmallRegister):
    model = SynonymGroup
    url_prefix = "sinonimos"
    icon = "resubmit"
    menu_hook = HOOK
    menu_label = _("Sinónimos")
    menu_order = 200
    add_view_class = SynonymCreateView
    list_display = ["__str__", BooleanColumn("active", label=_("En uso"), sort_key="active")]
    list_filter = ["active"]
    search_fields = ["terms"]
    list_export = ["listed", "active"]
    export_headings = {"listed": _("Palabras equivalentes")}
    export_filename = "sinonimos"
    panels = [FieldPanel("terms"), FieldPanel("active")]
