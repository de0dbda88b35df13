"""The register of what was withdrawn: what, when, why, by whom, and what its old address answers."""

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.enums import WithdrawalReason
from pages.models import Withdrawal

register_permission_policy(Withdrawal, LimitedPolicy(Withdrawal, allowed={"view"}))


def answer_of(withdrawal: Withdrawal) -> SafeString:
    """What its old address answers today."""
    if withdrawal.restored_at:
        return tag(_("Publicada de nuevo"), Tone.GOOD)
    if withdrawal.replaced_by_id:
        return tag(_("Lleva a la que la reemplaza"), Tone.WAITING)
    return tag(_("Dice «retirada»"), Tone.STOPPED) if withdrawal.was_public else tag(_("No existe"), Tone.QUIET)


def portal_address(url_path: str) -> str:
    """`/horario/` for `/portada/horario/`: what people saw in their browser, without the home page's own slug."""
    return "/" + url_path.lstrip("/").partition("/")[2]


class WithdrawalFilterSet(WagtailFilterSet):
    reason = ChoiceFilter(label=_("Motivo"), choices=WithdrawalReason.choices)
    still = BooleanFilter(label=_("Sigue retirada"), field_name="restored_at", lookup_expr="isnull")
    withdrawn_at = DateFromToRangeFilter(label=_("Retirada"), widget=DateRangePickerWidget)

    class Meta:
        model = Withdrawal
        fields: list[str] = []


class WithdrawalInspectView(ReadOnlyInspectView):
    page_title = _("Retiro")

    def get_field_display_value(self, field_name: str, field) -> object:
        if field_name == "url_path":
            return portal_address(self.object.url_path)
        return super().get_field_display_value(field_name, field)


class Withdrawals(ReadOnlyRegister):
    model = Withdrawal
    name = "retiros"
    icon = "view"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Retiros")
    empty_words = _("Todavía no se retiró nada: aquí queda cada publicación que se retira, con su motivo.")
    menu_order = 140
    inspect_view_class = WithdrawalInspectView
    inspect_view_fields = [
        "title",
        "url_path",
        "reason",
        "explanation",
        "replaced_by",
        "withdrawn_at",
        "withdrawn_by",
        "restored_at",
    ]
    filterset_class = WithdrawalFilterSet
    list_display = [
        "title",
        Column("reason", label=_("Motivo"), accessor="get_reason_display", sort_key="reason"),
        DayColumn("withdrawn_at", label=_("Retirada")),
        Column("withdrawn_by", label=_("Por")),
        Column("answer", label=_("Su dirección"), accessor=answer_of),
    ]
    search_fields = ["title", "explanation"]
    list_export = [
        "title",
        "url_path",
        "get_reason_display",
        "explanation",
        "replaced_by.title",
        "withdrawn_at",
        "withdrawn_by",
        "restored_at",
    ]
    export_headings = {"get_reason_display": _("Motivo"), "replaced_by.title": _("La reemplaza")}
    export_filename = "retiros"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        rows: QuerySet = Withdrawal.objects.select_related("withdrawn_by", "replaced_by")
        return super().get_index_view_kwargs(queryset=rows, **kwargs)
