"""What the registers of every room share: small vocabularies that are kept, and lists that are only read."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import DeleteView, IndexView, SnippetViewSet

from institution.admin.columns import written_day
from institution.admin.spreadsheets import HarmlessExport
from institution.admin.word_search import WordSearch


class ToldWhenEmpty:
    """A listing that says, while it has no rows, what will come to be there and where it comes from."""

    empty_words: Any = ""

    @cached_property
    def no_results_message(self) -> str:
        if self.empty_words and not (self.is_searching or self.is_filtering):  # type: ignore[attr-defined]
            return str(self.empty_words)
        return super().no_results_message  # type: ignore[misc]


class SmallRegisterIndexView(WordSearch, HarmlessExport, IndexView):
    """A listing of a register that is small by nature."""


class KeptDeleteView(DeleteView):
    """Deleting a row that others need is refused with why, whatever the usage count says."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ProtectedError as refusal:
            needed = len(refusal.protected_objects)
            told = _(
                "No se eliminó, porque otros registros (%(needed)s) dependen de esta fila: cámbiela o déjela estar."
            )
            messages.error(request, told % {"needed": needed})
            return redirect(self.get_success_url())


class SelectChooser(SnippetChooserViewSet):
    """For registers short enough to choose from a plain list."""

    register_widget = False


class SmallRegister(SnippetViewSet):
    """A vocabulary of at most some hundreds of rows, kept from the settings menu."""

    index_view_class = SmallRegisterIndexView
    delete_view_class = KeptDeleteView
    chooser_viewset_class = SelectChooser
    add_to_settings_menu = True
    copy_view_enabled = False
    list_per_page = 50
    # The index can't filter by what it doesn't hold: these registers are searched by the listing itself.
    search_backend_name = None

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(page_title=self.menu_label, add_item_label=_("Añadir"), **kwargs)


class LimitedPolicy(ModelPermissionPolicy):
    """Nobody, not even a superuser, does with the register more than it allows."""

    def __init__(self, model: type[Model], *, allowed: Iterable[str]):
        super().__init__(model)
        self.allowed = frozenset(allowed)

    def user_has_permission(self, user, action: str) -> bool:
        return action in self.allowed and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions: Iterable[str]) -> bool:
        return super().user_has_any_permission(user, self.allowed.intersection(actions))


class ReadOnlyIndexView(ToldWhenEmpty, WordSearch, HarmlessExport, generic.IndexView):
    """A listing that exports without surprises."""


class LongIndexView(WordSearch, HarmlessExport, generic.IndexView):
    """A listing that is searched by the database, whatever its length."""


class LongRegister(ModelViewSet):
    """Rows that people record one after another, without end."""

    index_view_class = LongIndexView
    copy_view_enabled = False
    list_per_page = 50
    search_backend_name = None

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(page_title=self.menu_label, add_item_label=_("Añadir"), **kwargs)


class ReadOnlyInspectView(generic.InspectView):
    """One row, its instants by Lima's clock, its yes or no and its empty fields told as such."""

    page_title = ""

    def get_page_title(self) -> str:
        return self.page_title or capfirst(self.model._meta.verbose_name)

    def get_field_display_value(self, field_name: str, field) -> object:
        value = super().get_field_display_value(field_name, field)
        if value in (None, ""):
            return "—"
        if isinstance(value, bool):
            return _("Sí") if value else _("No")
        return written_day(value) if isinstance(value, date) else value


class ReadOnlyRegister(ModelViewSet):
    """Rows that are read and exported but never typed in."""

    index_view_class = ReadOnlyIndexView
    inspect_view_class = ReadOnlyInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields: list[str] = []
    list_per_page = 50
    empty_words: Any = ""
    search_backend_name = None
    add_to_reference_index = False
    served = frozenset({"index", "index_results", "inspect"})

    def get_common_view_kwargs(self, **kwargs) -> dict:
        return super().get_common_view_kwargs(**kwargs) | {"usage_url_name": None, "history_url_name": None}

    def get_index_view_kwargs(self, **kwargs) -> dict:
        told = {"page_title": self.menu_label, "empty_words": self.empty_words}
        return super().get_index_view_kwargs(**told | kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in self.served]
