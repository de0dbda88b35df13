"""Bringing in the photos of an occasion, and telling them in a grid."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.images.models import Filter
from wagtail.permissions import policy_registry

from institution.models import InstitutionImage
from pages.actions.photo_sets import Outcome, add_photos, create_set
from pages.admin.photo_set_rights import may_change, may_show_on
from pages.cuts import UNREADABLE
from pages.forms.photo_sets import ForAllForm, NewSetForm, PhotoRow, PhotosForm, SetForm, row_prefix, with_shared
from pages.models import PhotoSet, SetPhoto

THUMBNAIL = Filter("max-360x270|format-webp|webpquality-70")
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
        """Put the files in the set and go on to its grid."""
        words = {name: said[name] for name in SHARED} | {"taken_on": photo_set.taken_on, "place": photo_set.place}
        outcome = add_photos(photo_set=photo_set, files=said["photos"], words=words, by=self.request.user)
        _tell(self.request, outcome)
        return redirect("fotos:edit", photo_set.pk)


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


class PhotoGridView(SetScreen, TemplateView):
    """Every photo of a set with its words, in one form that needs no script. What is right is saved at once."""

    template_name = "backend/photo_grid.html"
    page_title = _("Fotos de la serie")

    def get_page_subtitle(self) -> str:
        return self.photo_set.name

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._shown(SetForm(instance=self.photo_set), ForAllForm(prefix="todas"), self._rows())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        about, for_all = SetForm(request.POST, instance=self.photo_set), ForAllForm(request.POST, prefix="todas")
        rows = self._rows(for_all.given())
        wrong = [form for form in (about, for_all, *rows) if not form.is_valid()]
        if about.is_valid() and not self.page_allowed(about):
            wrong.append(about)
        self._keep(about, [row for row in rows if row.is_valid()])
        if not wrong:
            messages.success(request, _("Se guardaron la serie y sus fotos."))
            return redirect("fotos:edit", self.photo_set.pk)
        left = [row for row in rows if not row.is_valid()]
        messages.error(request, _told_of_faults(len(left)))
        return self._shown(about, for_all, left)

    def _rows(self, shared: dict[str, Any] | None = None) -> list[PhotoRow]:
        placed = [each for each in self.photo_set.photos.all() if self._may_tell(each)]
        if self.request.method != "POST":
            return [PhotoRow(each, None, {}) for each in placed]
        sent = [each for each in placed if f"{row_prefix(each)}-title" in self.request.POST]
        data = with_shared(self.request.POST, sent, shared or {})
        return [PhotoRow(each, data, shared or {}) for each in sent]

    def _may_tell(self, placed: SetPhoto) -> bool:
        return placed.image_id in self._editable

    @cached_property
    def _editable(self) -> set[int]:
        policy = policy_registry.get_by_type(InstitutionImage)
        editable = policy.instances_user_has_permission_for(self.request.user, "change")
        return set(editable.filter(in_sets__photo_set=self.photo_set).values_list("pk", flat=True))

    @transaction.atomic
    def _keep(self, about: SetForm, rows: list[PhotoRow]) -> None:
        if about.is_valid():
            about.save()
        for row in rows:
            row.keep()

    def _shown(self, about: SetForm, for_all: ForAllForm, rows: list[PhotoRow]) -> HttpResponse:
        told = [{"form": row, "thumbnail": thumbnail_address(row.instance), "image": row.instance} for row in rows]
        others = [placed.image for placed in self.photo_set.photos.all() if not self._may_tell(placed)]
        return self.render_to_response(
            self.get_context_data(
                photo_set=self.photo_set,
                about=about,
                for_all=for_all,
                rows=told,
                others=others,
                media=about.media + for_all.media,
                waiting=sum(not row.instance.ready for row in rows),
            )
        )


def thumbnail_address(image: InstitutionImage) -> str:
    """The thumbnail's file, or the address that makes it when the browser asks."""
    cut = image.find_existing_renditions(THUMBNAIL).get(THUMBNAIL)
    return cut.url if cut else reverse("photo_thumbnail", args=[image.pk])


def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a photo's thumbnail once, and send the browser to it."""
    policy = policy_registry.get_by_type(InstitutionImage)
    if not policy.user_has_any_permission(request.user, ["add", "change", "choose"]):
        raise PermissionDenied
    image = get_object_or_404(InstitutionImage, pk=pk)
    try:
        return HttpResponseRedirect(image.get_rendition(THUMBNAIL).url)
    except UNREADABLE:
        return HttpResponse(status=404)


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.added:
        told = ngettext("Entró una foto.", "Entraron %(count)d fotos.", outcome.added) % {"count": outcome.added}
        messages.success(request, f"{told} {_('Ahora cuente qué se ve en cada una.')}")
    for refusal in outcome.refused[:20]:
        messages.warning(request, refusal)
    if not outcome.added and not outcome.refused:
        messages.warning(request, _("Esas fotos ya estaban en la serie."))


def _told_of_faults(count: int) -> str:
    return ngettext(
        "Se guardó lo demás; falta completar una foto, que se muestra con lo que usted escribió.",
        "Se guardó lo demás; falta completar %(count)d fotos, que se muestran con lo que usted escribió.",
        count,
    ) % {"count": count}
