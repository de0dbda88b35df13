"""What is done about publicity during an election: telling the jury, and withdrawing what was there before."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from institution.admin.screens import Screen
from institution.models import RestrictionPeriod
from pages.actions.publicity import mark_reported
from pages.actions.withdrawals import withdraw_page
from pages.documents.publicity_pdf import publicity_pdf
from pages.enums import WithdrawalReason
from pages.models import PublicityDecision
from pages.models.publicity_before import publicity_not_founded

VIEW, REPORT = "pages.view_publicitydecision", "pages.report_publicity"
PER_PAGE = 50


def register_step() -> dict:
    """The register, as a step of a trail."""
    return {"url": reverse("publicidad:index"), "label": _("Publicidad en elecciones")}


class ReportForm(forms.Form):
    reported_on = forms.DateField(label=_("Día en que se reportó"), widget=forms.DateInput(attrs={"type": "date"}))
    document = forms.CharField(
        label=_("Documento"), max_length=150, help_text=_("Número y fecha del oficio, o del cargo que dio el jurado.")
    )

    def clean_reported_on(self):
        day = self.cleaned_data["reported_on"]
        if not day.year >= 2000 or day > timezone.localdate():
            raise forms.ValidationError(_("Escriba un día que ya llegó."))
        return day


class ReportedView(Screen, FormView):
    """Which document told the jury of a piece, and when."""

    form_class = ReportForm
    template_name = "backend/report_publicity.html"
    page_title = _("Marcar como reportada")
    header_icon = "check"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(REPORT):
            raise PermissionDenied
        self.decision = get_object_or_404(PublicityDecision, pk=pk)
        return super().dispatch(request, pk)

    def get_initial(self) -> dict:
        return {"reported_on": timezone.localdate().isoformat()}

    def form_valid(self, form: ReportForm) -> HttpResponse:
        told = {"document": form.cleaned_data["document"], "on": form.cleaned_data["reported_on"]}
        try:
            mark_reported(decision=self.decision, by=self.request.user, at=timezone.now(), **told)
        except ValueError as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Quedó anotado que se reportó al jurado."))
        return redirect("publicidad:index")

    def get_page_subtitle(self) -> str:
        return self.decision.title

    def came_from(self) -> dict:
        return register_step()

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(decision=self.decision, index_url=reverse("publicidad:index"), **kwargs)


def period_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The period's report, ready to be signed and sent."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    period = get_object_or_404(RestrictionPeriod, pk=pk)
    content = publicity_pdf(period, at=timezone.now())
    disposition = f'attachment; filename="publicidad-estatal-{period.starts_on:%Y-%m-%d}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


class EarlierPublicityView(Screen, TemplateView):
    """The publicity that a period found published, to be withdrawn at once."""

    template_name = "backend/earlier_publicity.html"
    page_title = _("Publicidad publicada antes del período")
    header_icon = "warning"

    @cached_property
    def period(self) -> RestrictionPeriod:
        return get_object_or_404(RestrictionPeriod, pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        keys = [int(key) for key in request.POST.getlist("page")[:PER_PAGE] if key.isdecimal() and len(key) < 19]
        pages = publicity_not_founded(self.period, at=timezone.now()).filter(pk__in=keys)
        done = self._withdraw([page for page in pages if page.permissions_for_user(request.user).can_unpublish()])
        told = ngettext("Se retiró %(n)d pieza.", "Se retiraron %(n)d piezas.", done) % {"n": done}
        (messages.success if done else messages.warning)(request, told if done else _("No marcó ninguna pieza."))
        return redirect("publicidad:earlier", self.period.pk)

    @transaction.atomic
    def _withdraw(self, pages: list) -> int:
        for page in pages:
            withdraw_page(page=page, reason=WithdrawalReason.RESTRICTION, by=self.request.user, at=timezone.now())
        return len(pages)

    def get_page_subtitle(self) -> str:
        return self.period.name

    def came_from(self) -> dict:
        return register_step()

    def get_context_data(self, **kwargs) -> dict:
        found = publicity_not_founded(self.period, at=timezone.now()).select_related("content_type")
        rows = Paginator(found, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(period=self.period, rows=rows, index=register_step(), **kwargs)
