"""The register of links that lead nowhere, and the way to check them again."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyRegister
from institution.admin.screens import Screen
from pages.actions.check_links import start_check
from pages.models import BrokenLink, OutsideLink

register_permission_policy(BrokenLink, LimitedPolicy(BrokenLink, allowed={"view"}))
register_permission_policy(OutsideLink, LimitedPolicy(OutsideLink, allowed={"view"}))
CHECK = "pages.check_links"


class BrokenIndexView(ReadOnlyIndexView):
    @property
    def header_buttons(self) -> list[HeaderButton]:
        every = HeaderButton(_("Cuándo se revisó cada uno"), url=reverse("enlaces_externos:index"), icon_name="history")
        again = HeaderButton(_("Revisar de nuevo"), url=reverse("enlaces_rotos:check"), icon_name="rotate")
        return [again, every] if self.request.user.has_perm(CHECK) else [every]


class OutsideIndexView(ReadOnlyIndexView):
    page_subtitle = _("por antigüedad")

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Enlaces rotos"), url=reverse("enlaces_rotos:index"), icon_name="link")]


class CheckView(Screen, FormView):
    """Start the check, which goes on by itself."""

    form_class = forms.Form
    template_name = "backend/check_links.html"
    page_title = _("Revisar los enlaces")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(CHECK):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def came_from(self) -> dict:
        return {"url": reverse("enlaces_rotos:index"), "label": _("Enlaces rotos")}

    def form_valid(self, form: forms.Form) -> HttpResponse:
        task = start_check(by=self.request.user, at=timezone.now())
        messages.success(self.request, _("La revisión empezó y sigue sola: puede cerrar esta pantalla."))
        return redirect("tareas:inspect", task.pk)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(index_url=reverse("enlaces_rotos:index"), **kwargs)


class BrokenLinks(ReadOnlyRegister):
    model = BrokenLink
    name = "enlaces_rotos"
    icon = "link"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Enlaces rotos")
    empty_words = _("No hay enlaces rotos anotados. «Revisar de nuevo» los busca en todo lo publicado.")
    menu_order = 170
    index_view_class = BrokenIndexView
    list_filter = ["fault"]
    list_display = [
        TitleColumn("page", label=_("Página"), accessor="page.title", sort_key="page__title",
                    get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page_id])),
        Column("target", label=_("Enlace"), sort_key="target"),
        Column("fault", label=_("Qué pasa"), accessor="get_fault_display", sort_key="fault"),
        DayColumn("since", label=_("Desde")),
        DayColumn("checked_at", label=_("Revisado")),
    ]  # fmt: skip
    search_fields = ["page__title", "target"]
    list_export = ["page.title", "target", "get_fault_display", "since", "checked_at"]
    export_headings = {"page.title": _("Página"), "get_fault_display": _("Qué pasa")}
    export_filename = "enlaces-rotos"
    served = frozenset({"index", "index_results"})
    inspect_view_enabled = False

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(queryset=BrokenLink.objects.select_related("page"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("check/", CheckView.as_view(), name="check")]


class OutsideLinks(ReadOnlyRegister):
    """Every address of another site, so that anybody can see that none is forgotten."""

    model = OutsideLink
    name = "enlaces_externos"
    icon = "history"
    menu_label = _("Enlaces a otros sitios")
    add_to_admin_menu = False
    index_view_class = OutsideIndexView
    list_filter = ["fault"]
    list_display = [
        Column("address", label=_("Dirección"), sort_key="address"),
        Column("fault", label=_("Qué pasa"), accessor=lambda row: row.get_fault_display() or _("Responde")
               if row.checked_at else _("Todavía no se revisa"), sort_key="fault"),
        DayColumn("checked_at", label=_("Revisado")),
    ]  # fmt: skip
    search_fields = ["address"]
    list_export = ["address", "get_fault_display", "checked_at"]
    export_headings = {"get_fault_display": _("Qué pasa")}
    export_filename = "enlaces-a-otros-sitios"
    served = frozenset({"index", "index_results"})
    inspect_view_enabled = False
