"""The listing of guidance with what readers say of it, and the register of their opinions."""

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn, written_day
from institution.admin.registers import LimitedPolicy, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.alphabet import Alphabetical
from pages.admin.menu import HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.models import GuidanceOpinion, GuidancePage
from pages.rules.guidance import overdue

register_permission_policy(GuidanceOpinion, LimitedPolicy(GuidanceOpinion, allowed={"view"}))


def opinions_told(page: GuidancePage) -> str:
    """How many said yes of how many, as a share; a dash when nobody has."""
    answers = page.yes + page.no
    return f"{page.yes} sí · {page.no} no ({round(100 * page.yes / answers)} %)" if answers else "—"


def review_told(page: GuidancePage):
    """The day of the next review, marked when it has passed."""
    if page.review_on is None:
        return ""
    day, late = written_day(page.review_on), overdue(review_on=page.review_on, on=localdate())
    return tag(_("Vencida: %(day)s") % {"day": day}, Tone.STOPPED) if late else day


class GuidanceFilterSet(PieceFilterSet):
    overdue = BooleanFilter(label=_("Revisión vencida"), method="past_review")

    class Meta:
        model = GuidancePage
        fields = ["situation"]

    def past_review(self, pages: QuerySet, name: str, value: bool) -> QuerySet:
        past = Q(review__review_on__lt=localdate())
        return pages.filter(past) if value else pages.exclude(past)


class GuidanceIndexView(PieceIndexView):
    page_title = _("Orientación")
    add_item_label = _("Nueva orientación")

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        yes, no = Q(opinions__helpful=True), Q(opinions__helpful=False)
        pages = super().annotate_queryset(pages).with_review()
        return pages.annotate(
            yes=Count("opinions", filter=yes, distinct=True), no=Count("opinions", filter=no, distinct=True)
        )


class GuidanceListing(PieceListing):
    model = GuidancePage
    name = "orientacion"
    icon = "help"
    menu_label = _("Orientación")
    menu_name = "guidance"
    menu_order = 150
    menu_hook = HOOK
    index_view_class = GuidanceIndexView
    filterset_class = GuidanceFilterSet
    columns = [
        *piece_columns(GuidancePage),
        Column("review_on", label=_("Próxima revisión"), accessor=review_told, sort_key="review_on"),
        Column("yes", label=_("¿Le sirvió?"), accessor=opinions_told, sort_key="yes"),
    ]
    list_export = [*PieceListing.list_export, "reviewed_on", "review_on", "yes", "no"]
    export_headings = PieceListing.export_headings | {
        "reviewed_on": _("Última revisión"), "review_on": _("Próxima revisión"),
        "yes": _("Le sirvió"), "no": _("No le sirvió"),
    }  # fmt: skip
    export_filename = "orientacion"


class OpinionFilterSet(WagtailFilterSet):
    page = ModelChoiceFilter(label=_("Orientación"), queryset=GuidancePage.objects.order_by(Alphabetical("title")))
    given_on = DateFromToRangeFilter(label=_("Fecha"), widget=DateRangePickerWidget)
    commented = BooleanFilter(label=_("Con comentario"), method="with_comment")

    class Meta:
        model = GuidanceOpinion
        fields = ["helpful"]

    def with_comment(self, opinions: QuerySet, name: str, value: bool) -> QuerySet:
        return opinions.exclude(comment="") if value else opinions.filter(comment="")


class GuidanceOpinions(ReadOnlyRegister):
    model = GuidanceOpinion
    name = "opiniones"
    icon = "comment"
    menu_hook = HOOK
    menu_label = _("Opiniones")
    empty_words = _(
        "Todavía nadie opinó: las respuestas llegan desde «¿Le sirvió esta página?», al pie de cada orientación."
    )
    menu_order = 160
    inspect_view_fields = ["page", "helpful", "comment", "given_on"]
    filterset_class = OpinionFilterSet
    list_display = [
        Column("page", label=_("Orientación"), accessor="page.title", sort_key="page__title"),
        Column("helpful", label=_("¿Le sirvió?"), accessor="__str__", sort_key="helpful"),
        Column("comment", label=_("Comentario")),
        DayColumn("given_on", label=_("Fecha")),
    ]
    search_fields = ["comment", "page__title"]
    list_export = ["page.title", "helpful", "comment", "given_on"]
    export_headings = {"page.title": _("Orientación")}
    export_filename = "opiniones-de-orientacion"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(queryset=GuidanceOpinion.objects.select_related("page"), **kwargs)
