"""The listing of campaigns in the backend."""

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from institution.admin.columns import DayColumn
from institution.admin.tags import Tone, tag
from pages.admin.menu import WORKS_HOOK
from pages.admin.pieces import PieceFilterSet, PieceIndexView, PieceListing, piece_columns
from pages.enums.campaigns import CampaignState
from pages.models import CampaignPage

TONES = {CampaignState.PLANNED: Tone.WAITING, CampaignState.RUNNING: Tone.GOOD, CampaignState.ENDED: Tone.QUIET}


def standing_tag(campaign: CampaignPage) -> SafeString | str:
    """How the campaign stands today; nothing for a draft without dates."""
    state = campaign.standing_today
    return tag(state.label, TONES[state]) if state else ""


class CampaignFilterSet(PieceFilterSet):
    standing = django_filters.MultipleChoiceFilter(
        label=_("Campaña"), choices=CampaignState.choices, widget=CheckboxSelectMultiple, method="that_stand"
    )

    class Meta:
        model = CampaignPage
        fields: list[str] = []

    def that_stand(self, campaigns: QuerySet, name: str, states: list[str]) -> QuerySet:
        found = CampaignPage.objects.none()
        for state in states:
            found |= CampaignPage.objects.in_state(state, on=localdate())
        return campaigns.filter(pk__in=found.values("pk")) if states else campaigns


class CampaignIndexView(PieceIndexView):
    page_title = _("Campañas")
    add_item_label = _("Nueva campaña")


class CampaignListing(PieceListing):
    model = CampaignPage
    name = "campanas"
    icon = "comment"
    menu_label = _("Campañas")
    menu_name = "campaigns"
    menu_order = 200
    menu_hook = WORKS_HOOK
    index_view_class = CampaignIndexView
    filterset_class = CampaignFilterSet
    columns = [
        *piece_columns(CampaignPage),
        DayColumn("starts_on", label=_("Empieza")),
        DayColumn("ends_on", label=_("Termina")),
        Column("standing", label=_("Campaña"), accessor=standing_tag),
    ]
    list_export = [*PieceListing.list_export, "starts_on", "ends_on", "reach", "attendance", "materials_given"]
    export_filename = "campanas"
