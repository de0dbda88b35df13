"""The register of keys: whose they are, what they open, whether they are used."""

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import register_permission_policy

from headless.admin.token_views import RevokeView, RotateView, TokenCreateView, TokenEditView
from headless.enums import TokenState
from headless.forms import TokenForm
from headless.models import AccessToken
from headless.scopes import offered_scopes
from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, LongIndexView, LongRegister, ReadOnlyInspectView
from institution.admin.tags import Tone, tag

register_permission_policy(AccessToken, LimitedPolicy(AccessToken, allowed={"add", "change", "view"}))
TONES = {TokenState.IN_FORCE: Tone.GOOD, TokenState.EXPIRED: Tone.QUIET, TokenState.REVOKED: Tone.STOPPED}


def state_tag(token: AccessToken) -> SafeString:
    state = token.state(at=timezone.now())
    return tag(state.label, TONES[state])


def inspect_address(token: AccessToken) -> str:
    return reverse("claves:inspect", args=[token.pk])


class TokenFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=TokenState.choices, method="in_state")

    class Meta:
        model = AccessToken
        fields: list[str] = []

    def in_state(self, tokens: QuerySet, name: str, state: str) -> QuerySet:
        return tokens.in_state(TokenState(state), at=timezone.now())


class TokenInspectView(ReadOnlyInspectView):
    """One key: what it opens, how it is used, and what can be done with it."""

    template_name = "backend/token.html"
    page_title = _("Clave de la API")

    def get_context_data(self, **kwargs) -> dict:
        now, titles = timezone.now(), {scope.name: scope.title for scope in offered_scopes()}
        return super().get_context_data(
            token=self.object,
            state=state_tag(self.object),
            opens=[(name, titles.get(name, "")) for name in self.object.scopes],
            both_serve=bool(self.object.previous_until and self.object.previous_until > now),
            may_change=self.user_has_permission("change") and self.object.state(at=now) == TokenState.IN_FORCE,
            **kwargs,
        )


class Tokens(LongRegister):
    model = AccessToken
    name = "claves"
    icon = "key"
    menu_hook = "register_settings_menu_item"
    menu_label = _("Claves de la API")
    menu_order = 290
    index_view_class = LongIndexView
    add_view_class = TokenCreateView
    edit_view_class = TokenEditView
    inspect_view_class = TokenInspectView
    inspect_view_enabled = True
    inspect_view_fields = ["name"]
    add_to_reference_index = False
    filterset_class = TokenFilterSet
    list_display = [
        TitleColumn("name", label=_("Nombre"), sort_key="name", get_url=inspect_address),
        Column("beginning", label=_("Empieza con")),
        Column("owner", label=_("Responsable")),
        Column("state", label=_("Estado"), accessor=state_tag),
        DayColumn("expires_at", label=_("Vence")),
        DayColumn("last_used_at", label=_("Último uso")),
    ]
    search_fields = ["name", "beginning", "owner__username"]
    list_export = [
        "name", "beginning", "owner", "scopes", "requests_per_minute", "created_at", "expires_at", "last_used_at",
        "revoked_at",
    ]  # fmt: skip
    export_filename = "claves-de-la-api"
    served = frozenset({"index", "index_results", "add", "edit", "inspect", "history", "history_results"})

    def get_form_class(self, for_update: bool = False) -> type[TokenForm]:
        return TokenForm

    def get_edit_handler(self) -> None:
        return None

    def get_common_view_kwargs(self, **kwargs) -> dict:
        return super().get_common_view_kwargs(**kwargs) | {"usage_url_name": None}

    def get_index_view_kwargs(self, **kwargs) -> dict:
        tokens = AccessToken.objects.select_related("owner")
        return super().get_index_view_kwargs(queryset=tokens, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *(pattern for pattern in super().get_urlpatterns() if pattern.name in self.served),
            path("<int:pk>/renovar/", RotateView.as_view(), name="rotate"),
            path("<int:pk>/revocar/", RevokeView.as_view(), name="revoke"),
        ]
