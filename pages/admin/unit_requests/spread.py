"""Recording by where what a unit asked for went out."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from pages.admin.unit_requests.access import OFFICE, RequestScreen
from pages.forms.diffusion import DiffusionForm
from pages.models import DiffusionEntry


class SpreadForm(DiffusionForm):
    """An entry of the log, of the request as a whole or of one of its pieces."""

    class Meta:
        model = DiffusionEntry
        fields = ["page", "channel", "carried_on", "quantity", "district", "place", "note"]
        fields += ["evidence_url", "evidence_image", "evidence_document"]
        field_classes = {"page": forms.ModelChoiceField}
        widgets = {"page": forms.Select, "carried_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = Page.objects.filter(answered_requests__request=self.instance.request)
        self.fields["page"].empty_label = _("Toda la solicitud")


class SpreadView(RequestScreen, FormView):
    hands = OFFICE
    permission = "pages.add_diffusionentry"
    form_class = SpreadForm
    template_name = "backend/unit_requests/spread.html"
    page_title = gettext_lazy("Registrar difusión")

    def get_form_kwargs(self) -> dict:
        entry = DiffusionEntry(request=self.asked, recorded_by=self.request.user)
        return super().get_form_kwargs() | {"instance": entry, "for_user": self.request.user}

    def get_initial(self) -> dict:
        return {"carried_on": timezone.localdate()}

    def form_valid(self, form: SpreadForm) -> HttpResponse:
        log(instance=form.save(), action="wagtail.create", user=self.request.user)
        messages.success(self.request, _("La difusión quedó registrada."))
        return redirect(f"{self.address}#difusion")
