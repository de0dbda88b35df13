from datetime import datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.listing.events import PAST, event_listing, month_view
from pages.listing.pieces import Listing
from pages.models.piece_index import PieceIndexPage


class EventIndexPage(PieceIndexPage):
    """The agenda at `/eventos/`: what is to come, what was, and a month at a glance."""

    subpage_types = ["pages.EventPage"]
    template = "pages/event_index.html"

    class Meta:
        verbose_name = _("listado de eventos")
        verbose_name_plural = _("listados de eventos")

    def listing(self, query: QueryDict, *, at: datetime) -> Listing:
        return event_listing(query, self.piece_model().objects.visible(at=at), at=at)

    def get_context(self, request, *args, **kwargs):
        now, context = timezone.now(), super().get_context(request, *args, **kwargs)
        events = self.piece_model().objects.visible(at=now)
        return context | {
            "past": request.GET.get("cuando") == PAST,
            "month": month_view(request.GET, context["listing"], events=events, at=now),
            "this_month": now,
        }
