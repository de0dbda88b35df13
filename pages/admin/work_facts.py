"""Telling the facts of a work: its state and its advances; who may publish the work may tell them."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages

from institution.admin.screens import Screen
from pages.actions.work_advances import correct_advance, record_advance
from pages.actions.work_moves import may_record, move_work
from pages.forms.works import AdvanceForm, CorrectionForm, MoveForm, as_typed
from pages.models import PublicWorkPage, WorkAdvance


class FactView(Screen, FormView):
    """A form about a work; what the rules refuse comes back beside each field, with all that was typed."""

    told = ""

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.work = self.work_of(pk)
        if not may_record(request.user, self.work):
            raise PermissionDenied
        return super().dispatch(request, pk)

    def work_of(self, pk: int) -> PublicWorkPage:
        return get_object_or_404(PublicWorkPage, pk=pk)

    def tell(self, form: Form) -> None:
        """Do what the form asks. Raises ValidationError when the rules refuse it."""
        raise NotImplementedError

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            self.tell(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(self.request, self.told, buttons=self._buttons())
        return redirect(self.edit_address())

    def edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.work.pk])

    def get_page_subtitle(self) -> str:
        return self.work.get_admin_display_title()

    def came_from(self) -> dict:
        return {"url": reverse("obras:index"), "label": _("Obras")}

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(work=self.work, index_url=self.edit_address(), **kwargs)

    def _buttons(self) -> list:
        live = self.work.live and self.work.get_url(self.request)
        return [messages.button(live, _("Ver en el portal"))] if live else []


class MoveView(FactView):
    """Passes the work to another state."""

    form_class = MoveForm
    template_name = "backend/work_move.html"
    page_title = _("Cambiar estado")
    header_icon = "arrow-right"
    told = _("El estado de la obra quedó cambiado y ya se ve en el portal.")

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"work": self.work}

    def tell(self, form: MoveForm) -> None:
        move_work(work=self.work, by=self.request.user, at=timezone.now(), **form.values())

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(moves=self.work.moves.select_related("moved_by"), **kwargs)


class AdvanceView(FactView):
    """Records how far the work has come."""

    form_class = AdvanceForm
    template_name = "backend/work_advance.html"
    page_title = _("Registrar avance")
    header_icon = "history"
    told = _("El avance quedó registrado y ya se ve en el portal.")

    def tell(self, form: AdvanceForm) -> None:
        record_advance(work=self.work, by=self.request.user, at=timezone.now(), **form.values())


class CorrectionView(AdvanceView):
    """Puts a right row in the place of a wrong one."""

    form_class = CorrectionForm
    page_title = _("Corregir avance")
    header_icon = "edit"
    told = _("El avance quedó corregido; el anterior se conserva en el registro, marcado.")

    def work_of(self, pk: int) -> PublicWorkPage:
        self.advance = get_object_or_404(WorkAdvance.objects.in_force().select_related("work"), pk=pk)
        return self.advance.work

    def get_initial(self) -> dict:
        return as_typed(self.advance)

    def tell(self, form: CorrectionForm) -> None:
        correct_advance(advance=self.advance, by=self.request.user, at=timezone.now(), **form.values())
