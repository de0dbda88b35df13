"""What was spread of a piece, read in its form; it is recorded in the register."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from pages.models.diffusion import DiffusionEntry

LATEST = 10
ADD = "pages.add_diffusionentry"


class DiffusionPanel(Panel):
    """The latest entries of the piece's log, and the way to record one more."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "backend/diffusion_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None) -> dict:
            entries = DiffusionEntry.objects.filter(page=self.instance.pk).with_relations().newest_first()
            asked = f"?page={self.instance.pk}"
            return super().get_context_data(parent_context) | {
                "entries": entries[:LATEST],
                "total": entries.count(),
                "register_url": reverse("difusion:index") + asked,
                "add_url": reverse("difusion:add") + asked if self.request.user.has_perm(ADD) else "",
            }
