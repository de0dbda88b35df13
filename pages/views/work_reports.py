"""Reporting a problem in a work."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from institution.client_address import client_address
from pages.actions.work_reports import receive_report
from pages.forms.work_report import WorkReportForm
from pages.models import PublicWorkPage
from pages.throttle import too_often

LIMIT, WINDOW = 5, 3_600
CONSENT = gettext_lazy(
    "Acepto que la municipalidad use lo que escribo, mi foto y mis datos solo para atender este reporte y responderme "
    "(Ley 29733). Se borran un año después. Puedo pedir verlos, corregirlos o borrarlos en la página de contacto."
)


def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; a valid report is kept, told to the unit, and the reader is sent to the thanks."""
    work = PublicWorkPage.objects.visible(at=timezone.now()).select_related("unit").filter(slug=slug).first()
    if work is None:
        raise Http404
    form = WorkReportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if too_often(action="work-report", address=client_address(request), limit=LIMIT, seconds=WINDOW):
            form.add_error(
                None, _("Recibimos varios reportes suyos en la última hora. Espere un poco y vuelva a enviarlo.")
            )
        else:
            _keep(form, work)
            return redirect(reverse("report_work", args=[slug]) + "?enviado=1")
    context = {"work": work, "form": form, "consent_text": CONSENT, "sent": request.GET.get("enviado") == "1"}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "pages/work_report.html", context, status=status)


def _keep(form: WorkReportForm, work: PublicWorkPage) -> None:
    if form.is_trapped():
        return
    fields = {name: form.cleaned_data[name] for name in ("problem", "place", "name", "email", "photo")}
    receive_report(work=work, **fields, consent_text=str(CONSENT), at=timezone.now())
