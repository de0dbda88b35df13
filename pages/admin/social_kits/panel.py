"""The posts of a piece in its form, under *Difusión*: written there without leaving it."""

from django.urls import reverse
from wagtail.admin.panels import Panel


class SocialKitPanel(Panel):
    """The piece's posts, or the way to prepare them. They are no part of the page's form: each is saved apart."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "backend/social/panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk) and self.request.user.has_perm("pages.view_socialkit")

        def get_context_data(self, parent_context=None) -> dict:
            from pages.admin.social_kits.screen import COUNTING, screens_of
            from pages.models.social_kits import SocialKit

            kit = SocialKit.objects.select_related("page", "photo").filter(page=self.instance.pk).first()
            return super().get_context_data(parent_context) | {
                "kit": kit,
                "screens": screens_of(kit, self.request.user) if kit else [],
                "counting": COUNTING,
                "prepare_url": reverse("redes:prepare", args=[self.instance.pk]),
            }
