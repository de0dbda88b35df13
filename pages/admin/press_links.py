"""The register of links lent to journalists: who has one, how often it was opened, which still open."""

from django.db.models import Count, Q, QuerySet, TextChoices
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.admin.press_link_views import may_lend, revoke
from pages.models import PreviewLink

register_permission_policy(PreviewLink, LimitedPolicy(PreviewLink, allowed={"view"}))
MOST_OPENINGS = 100


class LinkState(TextChoices):
    """Whether a link still opens its note."""

    OPEN = "open", _("Vigente")
    EXPIRED = "expired", _("Vencido")
    REVOKED = "revoked", _("Revocado")


TONES = {LinkState.OPEN: Tone.GOOD, LinkState.EXPIRED: Tone.QUIET, LinkState.REVOKED: Tone.STOPPED}


def state_of(link: PreviewLink) -> LinkState:
    """The link's state now."""
    if link.revoked_at:
        return LinkState.REVOKED
    return LinkState.OPEN if link.expires_at > timezone.now() else LinkState.EXPIRED


def state_tag(link: PreviewLink) -> SafeString:
    return tag(state_of(link).label, TONES[state_of(link)])


class LinkFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=LinkState.choices, method="in_state")
    created_at = DateFromToRangeFilter(label=_("Creado"), widget=DateRangePickerWidget)

    class Meta:
        model = PreviewLink
        fields: list[str] = []

    def in_state(self, links: QuerySet, name: str, state: str) -> QuerySet:
        now = timezone.now()
        chosen = {
            LinkState.OPEN: Q(revoked_at__isnull=True, expires_at__gt=now),
            LinkState.EXPIRED: Q(revoked_at__isnull=True, expires_at__lte=now),
            LinkState.REVOKED: Q(revoked_at__isnull=False),
        }
        return links.filter(chosen[LinkState(state)])


class LinkInspectView(ReadOnlyInspectView):
    """One link with its latest openings, and the way to revoke it."""

    template_name = "backend/press_link.html"
    page_title = _("Enlace de prensa")

    def get_page_subtitle(self) -> str:
        return self.object.recipient

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if state_of(self.object) != LinkState.OPEN or not may_lend(self.request.user, self.object.page):
            return []
        return [HeaderButton(_("Revocar"), url=reverse("enlaces:revoke", args=[self.object.pk]), icon_name="cross")]

    def get_context_data(self, **kwargs) -> dict:
        openings = self.object.openings.all()
        return super().get_context_data(
            state=state_tag(self.object), openings=openings[:MOST_OPENINGS], total=openings.count(), **kwargs
        )


class PressLinks(ReadOnlyRegister):
    model = PreviewLink
    name = "enlaces"
    icon = "link"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Enlaces de prensa")
    empty_words = _("Todavía no se prestó ninguna nota: el enlace se crea desde el menú de una nota con embargo.")
    menu_order = 120
    inspect_view_class = LinkInspectView
    inspect_view_fields = ["page", "recipient", "created_by", "created_at", "expires_at", "revoked_at"]
    filterset_class = LinkFilterSet
    list_display = [
        "recipient",
        Column("page", label=_("Nota"), accessor="page.title", sort_key="page__title"),
        Column("created_by", label=_("Creado por")),
        DayColumn("created_at", label=_("Creado")),
        NumberColumn("times", label=_("Aperturas"), sort_key="times"),
        Column("state", label=_("Estado"), accessor=state_tag),
    ]
    search_fields = ["recipient", "page__title"]
    list_export = ["recipient", "page.title", "created_by", "created_at", "expires_at", "revoked_at", "times"]
    export_headings = {"page.title": _("Nota"), "times": _("Aperturas")}
    export_filename = "enlaces-de-prensa"

    def get_index_view_kwargs(self, **kwargs) -> dict:
        links = PreviewLink.objects.select_related("page", "created_by").annotate(times=Count("openings"))
        return super().get_index_view_kwargs(queryset=links, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("revoke/<int:pk>/", revoke, name="revoke")]
