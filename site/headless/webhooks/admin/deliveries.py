"""The register of deliveries: what was sent to whom, what was answered, and sending it again."""

import json

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.permissions import register_permission_policy

from headless.webhooks.admin.acts import REDELIVER, send_again
from headless.webhooks.admin.words import delivery_tag, outcome_tag, what_it_tells
from headless.webhooks.enums import DeliveryState
from headless.webhooks.models import WebhookDelivery, WebhookSubscription
from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyInspectView, ReadOnlyRegister

register_permission_policy(WebhookDelivery, LimitedPolicy(WebhookDelivery, allowed={"view"}))
MOST_TRIES = 20
IDENTIFIER = _("Identificador")


def inspect_address(delivery: WebhookDelivery) -> str:
    return reverse("entregas:inspect", args=[delivery.pk])


class DeliveryFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=DeliveryState.choices)
    subscription = ModelChoiceFilter(label=_("Webhook"), queryset=WebhookSubscription.objects.all())
    created_at = DateFromToRangeFilter(label=_("En cola desde"), widget=DateRangePickerWidget)

    class Meta:
        model = WebhookDelivery
        fields: list[str] = []


class DeliveryIndexView(ReadOnlyIndexView):
    def get_base_queryset(self) -> QuerySet:
        return WebhookDelivery.objects.select_related("subscription")


class DeliveryInspectView(ReadOnlyInspectView):
    """One message: what it said, each attempt with its answer, and the way to send it again."""

    template_name = "backend/webhooks/delivery.html"

    def get_page_subtitle(self) -> str:
        return what_it_tells(self.object)

    def get_field_label(self, field_name: str, field) -> str:
        return str(IDENTIFIER) if field_name == "message" else super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs) -> dict:
        delivery, tries = self.object, self.object.tries.all()
        return super().get_context_data(
            delivery=delivery,
            state=delivery_tag(delivery),
            waits=delivery.state == DeliveryState.WAITING,
            body=json.dumps(json.loads(delivery.body), ensure_ascii=False, indent=2),
            tries=[(each, outcome_tag(each)) for each in tries[:MOST_TRIES]],
            total=tries.count(),
            may_redeliver=not delivery.is_trial and self.request.user.has_perm(REDELIVER),
            **kwargs,
        )


class WebhookDeliveries(ReadOnlyRegister):
    model = WebhookDelivery
    name = "entregas"
    icon = "mail"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Entregas de webhooks")
    menu_order = 132
    empty_words = _("Todavía no se envió nada. Aquí queda cada aviso a otros programas, y qué respondió cada uno.")
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    inspect_view_fields = ["subscription", "message", "created_at", "first_tried_at", "concluded_at"]
    filterset_class = DeliveryFilterSet
    list_display = [
        TitleColumn("told", label=_("Qué se avisó"), accessor=what_it_tells, get_url=inspect_address),
        Column("state", label=_("Estado"), accessor=delivery_tag, sort_key="state"),
        Column("subscription", label=_("Webhook"), sort_key="subscription__description"),
        NumberColumn("attempts", label=_("Intentos"), sort_key="attempts"),
        DayColumn("created_at", label=_("En cola desde")),
        DayColumn("concluded_at", label=_("Concluyó")),
    ]
    search_fields = ["event", "item_type", "body"]
    list_export = [
        "created_at", "subscription", "event", "item_type", "item_key", "message", "get_state_display", "attempts",
        "concluded_at",
    ]  # fmt: skip
    export_headings = {"message": IDENTIFIER, "get_state_display": _("Estado")}
    export_filename = "entregas-de-webhooks"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("<int:pk>/reenviar/", send_again, name="again")]
