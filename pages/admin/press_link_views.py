"""Lending an embargoed note to a journalist, and taking the link back; who may publish the note may do both."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from institution.admin.screens import Screen
from institution.models import User
from institution.public_address import public_address
from pages.actions.preview_links import LONGEST_HOURS, NotLendable, create_link, revoke_link
from pages.models import NewsPage, PreviewLink


def may_lend(user: User, note: NewsPage) -> bool:
    """Whether the person may publish the note, and so show it to somebody before its time."""
    return note.permissions_for_user(user).can_publish()


class LendForm(forms.Form):
    recipient = forms.CharField(
        label=_("Para quién"), max_length=150, help_text=_("El medio o periodista que la recibirá.")
    )
    hours = forms.IntegerField(
        label=_("Horas que durará"), min_value=1, max_value=LONGEST_HOURS, initial=24, help_text=_("De 1 a 168.")
    )


class LendView(Screen, FormView):
    """A small form; its answer shows the address, once."""

    form_class = LendForm
    template_name = "backend/lend_note.html"
    page_title = _("Enlace para prensa")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.note = get_object_or_404(NewsPage, pk=pk)
        if not may_lend(request.user, self.note):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def form_valid(self, form: LendForm) -> HttpResponse:
        try:
            link, token = create_link(page=self.note, by=self.request.user, at=timezone.now(), **form.cleaned_data)
        except NotLendable as told:
            form.add_error(None, str(told))
            return self.form_invalid(form)
        address = public_address(reverse("preview_link", args=[token]))
        response = self.render_to_response(self.get_context_data(link=link, address=address))
        response["Cache-Control"] = "no-store"
        return response

    def get_page_subtitle(self) -> str:
        return self.note.get_admin_display_title()

    def came_from(self) -> dict:
        return {"url": reverse("noticias:index"), "label": _("Noticias")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(note=self.note, index_url=self._edit_address(), **kwargs)

    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.note.pk])


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then make the link open nothing."""
    link = get_object_or_404(PreviewLink.objects.select_related("page"), pk=pk)
    if not may_lend(request.user, link.page):
        raise PermissionDenied
    if request.method != "POST":
        return render(request, "backend/revoke_link.html", {"link": link, "header_title": _("Revocar enlace")})
    revoke_link(link=link, by=request.user, at=timezone.now())
    messages.success(request, _("El enlace de %(name)s ya no abre nada.") % {"name": link.recipient})
    return redirect("enlaces:index")
