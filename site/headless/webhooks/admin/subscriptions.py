"""The register of webhooks: who is told of what, and whether it arrives."""

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views import generic

from headless.models.clock import FeedClock
from headless.webhooks.admin import acts, secret_screens
from headless.webhooks.admin.words import delivery_tag, events_told, state_tag, types_told, what_it_tells
from headless.webhooks.enums import WebhookState
from headless.webhooks.forms import SubscriptionForm
from headless.webhooks.models import WebhookSubscription
from institution.admin.columns import DayColumn
from institution.admin.registers import LongIndexView, LongRegister, ReadOnlyInspectView

SHOWN = 10


def inspect_address(subscription: WebhookSubscription) -> str:
    return reverse("webhooks:inspect", args=[subscription.pk])


class SubscriptionFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=WebhookState.choices, method="in_state")

    class Meta:
        model = WebhookSubscription
        fields: list[str] = []

    def in_state(self, webhooks: QuerySet, name: str, state: str) -> QuerySet:
        return webhooks.in_state(WebhookState(state))


class SubscriptionIndexView(LongIndexView):
    """The webhooks, with what waits for each and what it never got."""

    def get_base_queryset(self) -> QuerySet:
        return WebhookSubscription.objects.counted()


class LeadsToItself:
    """Saving leads to the webhook's own screen, where its secret and its trial are."""

    def get_success_url(self) -> str:
        return inspect_address(self.object)  # type: ignore[attr-defined]

    def get_success_buttons(self) -> list:
        return []


class SubscriptionCreateView(LeadsToItself, generic.CreateView):
    """A new one, told of what changes from this moment on."""

    success_message = _("«%(object)s» quedó creado. Entregue su secreto a quien hizo el programa y envíe una prueba.")

    def save_instance(self) -> WebhookSubscription:
        self.form.instance.created_at = timezone.now()
        self.form.instance.place = FeedClock.objects.read().last
        return super().save_instance()


class SubscriptionEditView(LeadsToItself, generic.EditView):
    """What was asked when it was created; what waits leaves to the new address."""


class SubscriptionInspectView(ReadOnlyInspectView):
    """One webhook: how it fares, its last deliveries, and what can be done with it."""

    template_name = "backend/webhooks/subscription.html"

    def get_context_data(self, **kwargs) -> dict:
        subscription = WebhookSubscription.objects.counted().get(pk=self.object.pk)
        latest = [(each, what_it_tells(each), delivery_tag(each)) for each in subscription.deliveries.all()[:SHOWN]]
        return super().get_context_data(
            webhook=subscription,
            state=state_tag(subscription),
            events=events_told(subscription),
            types=types_told(subscription),
            latest=latest,
            both_sign=len(subscription.seeds(timezone.now())) > 1,
            may_change=self.user_has_permission("change"),
            may_redeliver=self.request.user.has_perm(acts.REDELIVER),
            **kwargs,
        )


class Webhooks(LongRegister):
    model = WebhookSubscription
    name = "webhooks"
    icon = "link"
    menu_hook = "register_settings_menu_item"
    menu_label = _("Webhooks")
    menu_order = 300
    index_view_class = SubscriptionIndexView
    add_view_class = SubscriptionCreateView
    edit_view_class = SubscriptionEditView
    inspect_view_class = SubscriptionInspectView
    inspect_view_enabled = True
    inspect_view_fields = ["address"]
    add_to_reference_index = False
    filterset_class = SubscriptionFilterSet
    ordering = ["description", "pk"]
    list_display = [
        TitleColumn("description", label=_("Para qué"), sort_key="description", get_url=inspect_address),
        Column("state", label=_("Estado"), accessor=state_tag),
        Column("host", label=_("Servidor")),
        DayColumn("accepted_at", label=_("Última entrega")),
        NumberColumn("waiting", label=_("Por entregar"), sort_key="waiting"),
        NumberColumn("dead", label=_("No entregadas"), sort_key="dead"),
    ]
    search_fields = ["description", "address", "owner_email"]
    list_export = [
        "description", "host", "state.label", "get_off_reason_display", "off_at", "failing_since", "accepted_at",
        "waiting", "dead",
    ]  # fmt: skip
    export_headings = {
        "host": _("Servidor"),
        "state.label": _("Estado"),
        "get_off_reason_display": _("Suspendido porque"),
        "waiting": _("Por entregar"),
        "dead": _("No entregadas"),
    }
    export_filename = "webhooks"

    def get_form_class(self, for_update: bool = False) -> type[SubscriptionForm]:
        return SubscriptionForm

    def get_edit_handler(self) -> None:
        return None

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/prueba/", acts.send_a_trial, name="trial"),
            path("<int:pk>/suspender/", acts.suspend, name="off"),
            path("<int:pk>/reactivar/", acts.SwitchOnView.as_view(), name="on"),
            path("<int:pk>/reenviar/", acts.send_the_dead, name="redeliver"),
            path("<int:pk>/secreto/", secret_screens.show, name="secret"),
            path("<int:pk>/cambiar-secreto/", secret_screens.RotateView.as_view(), name="rotate"),
        ]
