"""The grid where every photo of a set is told."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.images.models import Filter
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from institution.models import InstitutionImage
from institution.rules.pictures import UNREADABLE_PICTURE
from pages.admin.photo_set_views import SetScreen
from pages.forms.photo_sets import ForAllForm, PhotoRow, SetForm, row_prefix, with_shared
from pages.models import SetPhoto

THUMBNAIL = Filter("max-360x270|format-webp|webpquality-70")


class PhotoGridView(SetScreen, TemplateView):
    """Every photo of a set with its words, in one form that needs no script. What is right is saved at once."""

    template_name = "backend/photo_grid.html"

    def get_page_title(self) -> str:
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
            log(instance=about.save(), action="wagtail.edit", user=self.request.user)
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
    except UNREADABLE_PICTURE:
        return HttpResponse(status=404)


def _told_of_faults(count: int) -> str:
    return ngettext(
        "Se guardó lo demás; falta completar una foto, que se muestra con lo que usted escribió.",
        "Se guardó lo demás; falta completar %(count)d fotos, que se muestran con lo que usted escribió.",
        count,
    ) % {"count": count}
