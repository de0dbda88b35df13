"""What the backend does with pieces of a past term: it shows them, notes corrections beside them, and no more."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from institution.admin.screens import Screen
from pages.actions.corrections import add_correction
from pages.actions.publication import PublicationRefused
from pages.history import frozen_by

CORRECT = "pages.correct_past_content"


@hooks.register("before_edit_page")
def show_instead_of_editing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The form of a past term's piece opens for nobody."""
    return redirect("past_piece", page.pk) if frozen_by(page, at=timezone.now()) else None


@hooks.register("before_delete_page")
def keep_from_deleting(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What a past term published is kept: it may be withdrawn, not deleted."""
    return _refused(request, page) if frozen_by(page, at=timezone.now()) else None


@hooks.register("before_bulk_action")
def keep_from_bulk_deleting(request: HttpRequest, action: str, objects: list, view) -> HttpResponse | None:
    """The same when many are deleted at once."""
    pages = [each for each in objects if isinstance(each, Page)] if action == "delete" else []
    kept = next((page for page in pages if frozen_by(page, at=timezone.now())), None)
    return _refused(request, kept) if kept else None


def _refused(request: HttpRequest, page: Page) -> HttpResponse:
    messages.error(request, _("«%(title)s» es de una gestión anterior: no se elimina.") % {"title": page.title})
    return redirect("past_piece", page.pk)


class CorrectionForm(forms.Form):
    text = forms.CharField(
        label=_("Fe de erratas"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        help_text=_("Qué decía y qué debe decir. Se muestra al pie con la fecha de hoy; el texto original no cambia."),
    )


class PastPieceView(Screen, FormView):
    """Why the piece can't be edited, and what can be done with it."""

    form_class = CorrectionForm
    template_name = "backend/past_piece.html"
    page_title = _("De una gestión anterior")
    header_icon = "history"

    @cached_property
    def piece(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["pk"]).specific

    @cached_property
    def may_correct(self) -> bool:
        user = self.request.user
        return user.has_perm(CORRECT) and self.piece.permissions_for_user(user).can_publish()

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.piece.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.term = frozen_by(self.piece, at=timezone.now())
        if self.term is None:
            return redirect("wagtailadmin_pages:edit", self.piece.pk)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.may_correct:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: CorrectionForm) -> HttpResponse:
        try:
            add_correction(page=self.piece, text=form.cleaned_data["text"], by=self.request.user, at=timezone.now())
        except PublicationRefused as refusal:
            form.add_error(None, refusal.messages)
            return self.form_invalid(form)
        messages.success(self.request, _("La fe de erratas ya se ve al pie de la publicación."))
        return redirect("past_piece", self.piece.pk)

    def get_page_subtitle(self) -> str:
        return self.piece.get_admin_display_title()

    def came_from(self) -> dict:
        above = self.piece.get_parent()
        return {"url": reverse("wagtailadmin_explore", args=[above.pk]), "label": above.get_admin_display_title()}

    def get_context_data(self, **kwargs) -> dict:
        index = reverse("wagtailadmin_explore", args=[self.piece.get_parent().pk])
        may_withdraw = self.piece.permissions_for_user(self.request.user).can_unpublish()
        return super().get_context_data(
            piece=self.piece,
            term=self.term,
            may_correct=self.may_correct and self.piece.live,
            may_withdraw=may_withdraw and self.piece.live,
            index_url=index,
            **kwargs,
        )
