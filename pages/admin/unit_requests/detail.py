"""One request whole: what was asked, what was made, what was said, what happened, and what can be done now."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from pages.actions.unit_requests.products import STARTED, may_start
from pages.admin.unit_requests.access import RequestScreen
from pages.admin.unit_requests.forms import AssignForm, MessageForm
from pages.admin.unit_requests.verbs import due_tag, state_tag, steps_for
from pages.models import DiffusionEntry, UnitRequest
from pages.rules.unit_requests import Hand
from pages.unit_requests import shown_products

MOST_SHOWN = 200
LABELS = {"nota": _("Crear nota"), "material": _("Crear material"), "evento": _("Crear evento")}


class RequestDetailView(RequestScreen, TemplateView):
    """Everything about one request; the forms on it go to their own addresses."""

    template_name = "backend/unit_requests/detail.html"
    page_title = _("Solicitud")

    def get_breadcrumbs_items(self) -> list[dict]:
        listing = {"url": reverse("solicitudes:index"), "label": _("Solicitudes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.asked.number.text}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.asked.may_be_rewritten_by(self.request.user):
            return []
        return [HeaderButton(_("Corregir"), url=reverse("solicitudes:edit", args=[self.asked.pk]), icon_name="edit")]

    def get_context_data(self, **kwargs) -> dict:
        user, hands = self.request.user, self.asked.hands_of(self.request.user)
        return super().get_context_data(
            state=state_tag(self.asked),
            due=due_tag(self.asked),
            steps=steps_for(self.asked, user),
            assign_form=AssignForm(initial={"person": self.asked.assigned_to_id}) if Hand.DECIDER in hands else None,
            works=Hand.WORKER in hands,
            may_record=Hand.WORKER in hands and user.has_perm("pages.add_diffusionentry"),
            starters=self._starters() if Hand.WORKER in hands else [],
            message_form=MessageForm(),
            now=timezone.now(),
            **told_about(self.asked),
            **kwargs,
        )

    def _starters(self) -> list[dict[str, str]]:
        """The types of piece that the person may start from here."""
        return [
            {"label": str(LABELS[kind]), "address": reverse("solicitudes:start_product", args=[self.asked.pk, kind])}
            for kind, model in STARTED.items()
            if may_start(model, self.request.user)
        ]


def told_about(asked: UnitRequest) -> dict:
    """What hangs from the request, in a constant number of queries."""
    talk = asked.messages.select_related("author_user").prefetch_related("files").order_by("-sent_at", "-pk")
    return {
        "formats": asked.formats.all(),
        "asked_files": asked.files.filter(message=None),
        "spread": DiffusionEntry.objects.of_request(asked.pk).with_relations().newest_first()[:20],
        "products": shown_products(asked),
        "talk": list(talk[:MOST_SHOWN])[::-1],
        "moves": asked.moves.select_related("moved_by")[:MOST_SHOWN],
        "links": asked.links.select_related("created_by").prefetch_related("openings")[:20],
    }
