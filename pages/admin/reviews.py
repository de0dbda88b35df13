"""The report of what must be read again, the overdue first."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.models import User
from pages.admin.review_views import DoneView, PlanView, reviewable
from pages.models import Review

register_permission_policy(Review, LimitedPolicy(Review, allowed={"view"}))


@hooks.register("register_page_header_buttons")
def plan_from_header(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Where the plan is written: from the page's own menu."""
    if reviewable(page) and page.permissions_for_user(user).can_edit():
        address = reverse("revisiones:plan", args=[page.pk])
        yield Button(_("Plan de revisión"), url=address, icon_name="date", priority=70)


def due_tag(review: Review) -> SafeString:
    late = review.review_on <= timezone.localdate()
    return tag(_("Por revisar"), Tone.STOPPED) if late else tag(_("Al día"), Tone.GOOD)


class ReviewFilterSet(WagtailFilterSet):
    due = BooleanFilter(label=_("Por revisar"), method="waiting")

    class Meta:
        model = Review
        fields = ["unit", "responsible"]

    def waiting(self, reviews, name: str, wanted: bool):
        due = reviews.due(on=timezone.localdate())
        return due if wanted else reviews.exclude(pk__in=due.values("pk"))


class Reviews(ReadOnlyRegister):
    model = Review
    name = "revisiones"
    icon = "date"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Revisión de contenidos")
    menu_order = 160
    filterset_class = ReviewFilterSet
    list_display = [
        TitleColumn("page", label=_("Página"), accessor="page.title",
                    get_url=lambda row: reverse("revisiones:plan", args=[row.page_id])),
        DayColumn("review_on", label=_("Revisar el")),
        Column("state", label=_("Estado"), accessor=due_tag),
        DayColumn("reviewed_on", label=_("Revisada el")),
        Column("responsible", label=_("Responsable"), accessor=lambda row: row.responsible or row.unit or "—"),
        TitleColumn("done", label=_("Anotar"), accessor=lambda row: _("Revisada hoy"),
                    get_url=lambda row: reverse("revisiones:done", args=[row.pk])),
    ]  # fmt: skip
    search_fields = ["page__title"]
    list_export = ["page.title", "review_on", "reviewed_on", "every_months", "responsible", "unit"]
    export_headings = {"page.title": _("Página")}
    export_filename = "revision-de-contenidos"
    served = frozenset({"index", "index_results"})
    inspect_view_enabled = False

    def get_index_view_kwargs(self, **kwargs) -> dict:
        rows = Review.objects.select_related("page", "responsible", "unit")
        return super().get_index_view_kwargs(queryset=rows, default_ordering=("review_on", "pk"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("plan/<int:pk>/", PlanView.as_view(), name="plan"),
            path("done/<int:pk>/", DoneView.as_view(), name="done"),
        ]
