"""Bringing in the photos of an occasion, and telling them in a grid."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pages.actions.photo_sets import create_set
from pages.actions.photo_uploads import bring_in_soon
from pages.admin.photo_set_rights import may_change, may_show_on
from pages.forms.photo_sets import NewSetForm, PhotosForm
from pages.models import PhotoSet

SHARED = ("credit", "licence", "people_shown", "consent", "authorisation_reference")
ADD = "pages.add_photoset"
NOT_YOURS = _("Esa página ya está publicada: pida a Jefatura que ponga la serie en ella.")


class SetScreen(WagtailAdminTemplateMixin):
    """What the screens of a set share: who may open them, where they stand, which set they are about."""

    header_icon = "image"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.may_enter():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def may_enter(self) -> bool:
        return may_change(self.request.user, self.photo_set)  # type: ignore[attr-defined]

    def page_allowed(self, form: forms.Form) -> bool:
        """Whether the page chosen in the form may be given the set by who sends it; says so in the form if not."""
        page = form.cleaned_data.get("page")
        if page is None or "page" not in form.changed_data or may_show_on(self.request.user, page):  # type: ignore[attr-defined]
            return True
        form.add_error("page", NOT_YOURS)
        return False

    @cached_property
    def photo_set(self) -> PhotoSet:
        return get_object_or_404(PhotoSet.objects.with_photos(), pk=self.kwargs["pk"])  # type: ignore[attr-defined]

    def get_breadcrumbs_items(self) -> list[dict]:
        register = {"url": reverse("fotos:index"), "label": _("Series de fotos")}
        return [*self.breadcrumbs_items, register, {"url": "", "label": self.get_page_title()}]


class NewSetView(SetScreen, FormView):
    """A new set: what all its photos share, and the files."""

    form_class: type[PhotosForm] = NewSetForm
    template_name = "backend/photo_upload.html"
    page_title = _("Subir fotos en lote")

    def may_enter(self) -> bool:
        return self.request.user.has_perm(ADD)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(index_url=reverse("fotos:index"), **kwargs)

    def form_valid(self, form: PhotosForm) -> HttpResponse:
        if not self.page_allowed(form):
            return self.form_invalid(form)
        said = form.cleaned_data
        made = create_set(
            name=said["name"],
            page=said["page"],
            taken_on=said["taken_on"],
            place=said["place"],
            by=self.request.user,
            at=timezone.now(),
        )
        return self.brought_in(made, said)

    def brought_in(self, photo_set: PhotoSet, said: dict[str, Any]) -> HttpResponse:
        """Have the files put in the set, and go on to how far that is."""
        words = {name: said[name] for name in SHARED} | {"taken_on": photo_set.taken_on, "place": photo_set.place}
        user, now = self.request.user, timezone.now()
        task = bring_in_soon(photo_set=photo_set, files=said["photos"], words=words, by=user, at=now)
        return redirect("tareas:inspect", task.pk)


class MorePhotosView(NewSetView):
    """More photos for a set."""

    form_class = PhotosForm
    page_title = _("Agregar fotos")

    def may_enter(self) -> bool:
        return SetScreen.may_enter(self)

    def get_page_subtitle(self) -> str:
        return self.photo_set.name

    def form_valid(self, form: PhotosForm) -> HttpResponse:
        return self.brought_in(self.photo_set, form.cleaned_data)
