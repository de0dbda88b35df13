"""Deleting one file of the library: where it is used is told before, drafts included, and keeps it from going."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents.views.documents import DeleteView as DocumentDeleteView
from wagtail.images.views.images import DeleteView as ImageDeleteView
from wagtail.models import Page

from pages.references import drafts_using, pages_naming, rows_holding

Place = dict[str, str]


class ToldDeletion:
    """What both deletions share: the pages, drafts and registers that would lose the file."""

    template_name = "backend/delete_file.html"
    object: Any

    @cached_property
    def places(self) -> list[Place]:
        """Where the file is used, saved pages first, each with how and the way to edit it."""
        rows = list(rows_holding(self.object))
        saved = pages_naming(self.object) | {row.pk for row in rows if isinstance(row, Page)}
        others = {(row._meta.label, row.pk): row for row in rows if not isinstance(row, Page)}
        return [*self._pages(saved), *(self._register(row) for row in others.values())]

    def _pages(self, saved: set[int]) -> Iterator[Place]:
        for page in Page.objects.filter(pk__in=saved).order_by("title"):
            yield _place(page, _("publicada") if page.live else _("sin publicar"))
        drafts = {draft.pk: draft for draft, _key in drafts_using(type(self.object), [self.object.pk])}
        yield from (_place(draft, _("en su borrador")) for key, draft in drafts.items() if key not in saved)

    def _register(self, row: Model) -> Place:
        address = AdminURLFinder(self.request.user).get_edit_url(row)  # type: ignore[attr-defined]
        kind = str(row._meta.verbose_name)
        return {"title": str(row), "how": _("ajustes") if str(row) == kind else kind, "address": address or ""}

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(places=self.places, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        if self.places:
            messages.error(self.request, _("No se eliminó: todavía se usa donde se dice abajo."))  # type: ignore[attr-defined]
            return self.render_to_response(self.get_context_data(form=form))  # type: ignore[attr-defined]
        return super().form_valid(form)  # type: ignore[misc]


class DeleteImage(ToldDeletion, ImageDeleteView):
    """A photo of the library."""


class DeleteDocument(ToldDeletion, DocumentDeleteView):
    """A document of the library."""


def _place(page: Page, how: Any) -> Place:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return {"title": page.get_admin_display_title(), "how": how, "address": address}


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own, whose addresses they take
def deletion_addresses() -> list[URLPattern]:
    return [
        path("images/<int:image_id>/delete/", DeleteImage.as_view(), name="delete_picture"),
        path("documents/delete/<int:document_id>/", DeleteDocument.as_view(), name="delete_document"),
    ]
