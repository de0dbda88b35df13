"""The register of issued numbers: read, looked for, exported and voided; never typed in, changed or deleted."""

from collections.abc import Iterable

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail_modeladmin.helpers import AdminURLHelper, ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from institution.admin.spreadsheets import HarmlessExport
from institution.admin.tags import Tone, tag
from institution.admin.voiding import VOID, VoidNumberView
from institution.admin.word_search import WordSearchHandler
from institution.models import DocumentSeries, IssuedNumber

VIEW = "institution.view_issuednumber"


@hooks.register("register_log_actions")
def name_voiding(actions) -> None:
    """What the history says."""
    actions.register_action("institution.number.voided", _("Anular número"), _("Número anulado"))


class NumberPermissions(PermissionHelper):
    """Numbers are given by publishing: here nobody, not even a superuser, adds, changes or deletes one."""

    def user_can_list(self, user) -> bool:
        return user.has_perm(VIEW)

    def user_can_inspect_obj(self, user, obj: IssuedNumber) -> bool:
        return user.has_perm(VIEW)

    def user_can_void_obj(self, user, obj: IssuedNumber) -> bool:
        return user.has_perm(VOID) and obj.voided_at is None

    def user_can_create(self, user) -> bool:
        return False

    def user_can_edit_obj(self, user, obj: IssuedNumber) -> bool:
        return False

    def user_can_delete_obj(self, user, obj: IssuedNumber) -> bool:
        return False


class NumberButtons(ButtonHelper):
    """Beside each number: its detail, and voiding it while it stands."""

    def get_buttons_for_obj(self, obj: IssuedNumber, **kwargs) -> list[dict]:
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if self.permission_helper.user_can_void_obj(self.request.user, obj):
            url = self.url_helper.get_action_url("void", obj.pk)
            title = _("Anular %(number)s") % {"number": obj.text}
            small = self.finalise_classname(["button-small", "no"])
            buttons.append({"url": url, "label": _("Anular"), "classname": small, "title": title})
        return buttons


class NumberAddresses(AdminURLHelper):
    def _get_object_specific_action_url_pattern(self, action: str) -> str:
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>\d+)/$"


class SeriesFilter(SimpleListFilter):
    """Django's own asks Django's admin, which isn't installed."""

    title = _("serie")
    parameter_name = "serie"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return list(DocumentSeries.objects.values_list("code", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(series__code=self.value()) if self.value() else queryset


class VoidedFilter(SimpleListFilter):
    title = _("estado")
    parameter_name = "estado"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, str]]:
        return [("vigente", _("Vigente")), ("anulado", _("Anulado"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in ("vigente", "anulado"):
            return queryset
        return queryset.filter(voided_at__isnull=self.value() == "vigente")


class NumberIndexView(HarmlessExport, IndexView):
    """The listing; it obeys the filters that it shows and nothing else that an address may carry."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            messages.warning(request, _("Ese filtro no existe: se muestran todos los números."))
            return redirect(self.index_url)

    def get_filters_params(self, params=None) -> dict:
        known = {SeriesFilter.parameter_name, "year", VoidedFilter.parameter_name}
        return {name: value for name, value in super().get_filters_params(params).items() if name in known}


class IssuedNumberAdmin(ModelAdmin):
    model = IssuedNumber
    base_url_path = "numeros"
    menu_label = _("Números emitidos")
    menu_icon = "list-ol"
    menu_order = 100
    add_to_admin_menu = False
    list_display = ("text", "subject", "series", "issued_at", "issued_by", "state")
    list_filter = (SeriesFilter, "year", VoidedFilter)
    list_select_related = ("series", "issued_by", "voided_by")
    list_export = ("text", "series", "year", "number", "subject", "issued_at", "issued_by", "voided_at", "void_reason")
    list_per_page = 50
    search_handler_class = WordSearchHandler
    search_fields = ("text", "subject", "void_reason")
    inspect_view_enabled = True
    history_view_enabled = False
    export_filename = "numeros-emitidos"
    index_view_class = NumberIndexView
    permission_helper_class = NumberPermissions
    button_helper_class = NumberButtons
    url_helper_class = NumberAddresses

    def state(self, number: IssuedNumber) -> SafeString:
        return tag(_("Anulado"), Tone.STOPPED) if number.voided_at else tag(_("Vigente"), Tone.GOOD)

    state.short_description = _("estado")  # type: ignore[attr-defined]

    def get_admin_urls_for_registration(self) -> Iterable[URLPattern]:
        name, pattern = self.url_helper.get_action_url_name, self.url_helper.get_action_url_pattern
        served = {name("index"), name("inspect")}
        urls = [url for url in super().get_admin_urls_for_registration() if url.name in served]
        return [*urls, re_path(pattern("void"), VoidNumberView.as_view(), name=name("void"))]

    def register_with_wagtail(self) -> None:
        super().register_with_wagtail()
        hooks.register("register_reports_menu_item", self.get_menu_item)
