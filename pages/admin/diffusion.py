"""The log of diffusion: recorded from the register or from a piece's form, filtered, exported."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, DateFromToRangeFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.models import Page

from institution.admin.columns import DayColumn
from institution.admin.registers import LongRegister
from institution.alphabet import Alphabetical
from pages.admin.menu import WORKS_HOOK
from pages.enums import DiffusionChannel
from pages.models import DiffusionEntry
from pages.models.piece import piece_models

UNPROVEN = {"evidence_document__isnull": True, "evidence_image__isnull": True, "evidence_url": ""}


class DiffusionFilterSet(WagtailFilterSet):
    channel = MultipleChoiceFilter(label=_("Canal"), choices=DiffusionChannel.choices, widget=CheckboxSelectMultiple)
    carried_on = DateFromToRangeFilter(label=_("Fecha"), widget=DateRangePickerWidget)
    page = ModelChoiceFilter(label=_("Qué se difundió"), queryset=Page.objects.none())
    unproven = BooleanFilter(label=_("Sin evidencia"), method="without_evidence")

    class Meta:
        model = DiffusionEntry
        fields = ["district"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        spread = DiffusionEntry.objects.order_by().values("page")
        self.filters["page"].queryset = Page.objects.filter(pk__in=spread).order_by(Alphabetical("title"))

    def without_evidence(self, entries, name: str, value: bool):
        return entries.filter(**UNPROVEN) if value else entries.exclude(**UNPROVEN)


class DiffusionCreateView(generic.CreateView):
    """A new entry, of the piece that `?page=` names if there is one; it keeps who recorded it."""

    def get_initial(self) -> dict:
        asked = self.request.GET.get("page", "")
        return super().get_initial() | ({"page": asked} if asked.isascii() and asked.isdecimal() else {})

    def save_instance(self):
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class DiffusionLog(LongRegister):
    model = DiffusionEntry
    name = "difusion"
    icon = "media"
    menu_hook = WORKS_HOOK
    menu_label = _("Registro de difusión")
    menu_order = 300
    add_view_class = DiffusionCreateView
    filterset_class = DiffusionFilterSet
    list_display = [
        "__str__",
        Column("page", label=_("Qué se difundió"), accessor="subject"),
        DayColumn("carried_on", label=_("Fecha")),
        Column("quantity", label=_("Cantidad"), sort_key="quantity"),
        Column("place", label=_("Lugar o medio")),
        BooleanColumn("proven", label=_("Con evidencia")),
    ]
    search_fields = ["page__title", "place", "note"]
    list_export = [
        "subject", "get_channel_display", "carried_on", "quantity", "district.name", "place", "note", "proven",
        "evidence_url",
    ]  # fmt: skip
    export_headings = {
        "subject": _("Qué se difundió"),
        "get_channel_display": _("Canal"),
        "district.name": _("Distrito"),
        "proven": _("Con evidencia"),
    }
    export_filename = "registro-de-difusion"

    panels = [
        PageChooserPanel("page", list(piece_models())),
        FieldRowPanel([FieldPanel("channel"), FieldPanel("carried_on"), FieldPanel("quantity")]),
        FieldRowPanel([FieldPanel("district"), FieldPanel("place")]),
        FieldPanel("note"),
        MultiFieldPanel(
            [FieldPanel("evidence_image"), FieldPanel("evidence_document"), FieldPanel("evidence_url")],
            heading=_("Evidencia"),
            help_text=_("Queda en la oficina: el portal no la muestra."),
        ),
    ]

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(queryset=DiffusionEntry.objects.with_relations(), **kwargs)
