"""Readers saying whether guidance was of use: nobody signs in, no cookie is left, no address is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from institution.client_address import client_address
from pages.actions.guidance_opinions import give_opinion
from pages.forms.guidance import OpinionForm
from pages.models import GuidancePage
from pages.throttle import too_often

LIMIT, WINDOW = 10, 3_600


@csrf_exempt  # its token would leave a cookie, and nobody is signed in whose name could be used
@require_POST
def opinion(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the opinion and thank the reader; what can't be kept is told with nothing typed lost."""
    at = timezone.now()
    page = GuidancePage.objects.visible(at=at).filter(slug=slug).first()
    if page is None:
        raise Http404
    form = OpinionForm(request.POST)
    if form.is_valid():
        if form.cleaned_data["website"]:
            return redirect(f"{page.url}?gracias=1#opinion")
        if not too_often(action="opinion", address=client_address(request), limit=LIMIT, seconds=WINDOW):
            helpful, comment = form.cleaned_data["helpful"] == "si", form.cleaned_data["comment"]
            give_opinion(page=page, helpful=helpful, comment=comment, at=at)
            return redirect(f"{page.url}?gracias=1#opinion")
        form.add_error(None, _("Recibimos varias opiniones desde su conexión. Espere una hora y envíela otra vez."))
    context = page.get_context(request) | {"opinion_form": form}
    return TemplateResponse(request, page.get_template(request), context, status=422)
