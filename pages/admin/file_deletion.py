"""Deleting one file of the library: where it is used is told before, drafts included, and keeps it from going."""

from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.documents.views.documents import DeleteView as DocumentDeleteView
from wagtail.images.views.images import DeleteView as ImageDeleteView
from wagtail.models import Page

from pages.references import drafts_using, pages_naming

Place = dict[str, str]


class ToldDeletion:
    """What both deletions share: the pages and drafts that would lose the file."""

    template_name = "backend/delete_file.html"
    object: Any

    @cached_property
    def places(self) -> list[Place]:
        """The pages that use the file, saved ones first, each with how and the way to edit it."""
        saved = Page.objects.filter(pk__in=pages_naming(self.object)).order_by("title")
        drafts = [draft for draft, _key in drafts_using(type(self.object), [self.object.pk])]
        told = {page.pk: _place(page, _("publicada") if page.live else _("sin publicar")) for page in saved}
        told |= {draft.pk: _place(draft, _("en su borrador")) for draft in drafts if draft.pk not in told}
        return list(told.values())

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(places=self.places, **kwargs)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        if self.places:
            messages.error(self.request, _("No se eliminó: todavía se usa en las páginas de abajo."))  # type: ignore[attr-defined]
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
