"""Reaching one request: whoever may not see it finds nothing there, so that no number can be guessed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pages.models import UnitRequest
from pages.models.unit_requests import VIEW
from pages.rules.unit_requests import Hand

OFFICE = frozenset({Hand.WORKER, Hand.DECIDER})
DECIDERS = frozenset({Hand.DECIDER})


def seen(request: HttpRequest, pk: int) -> UnitRequest:
    """The request, if the person may see it; 404 otherwise."""
    return get_object_or_404(UnitRequest.objects.seen_by(request.user).for_lists(), pk=pk)


def seen_with(request: HttpRequest, pk: int, hands: frozenset[Hand]) -> UnitRequest:
    """The request, if the person may act on it with one of those hands. 404, or PermissionDenied."""
    asked = seen(request, pk)
    if not asked.hands_of(request.user) & hands:
        raise PermissionDenied
    return asked


class RequestScreen(WagtailAdminTemplateMixin):
    """A screen about one request, which is `self.asked`."""

    header_icon = "mail"
    hands: frozenset[Hand] = frozenset(Hand)
    permission = VIEW

    def dispatch(self, request: HttpRequest, pk: int, **kwargs) -> HttpResponseBase:
        self.asked = seen_with(request, pk, self.hands)
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, pk, **kwargs)  # type: ignore[misc]

    def get_page_subtitle(self) -> str:
        return self.asked.title

    def get_breadcrumbs_items(self) -> list[dict]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("solicitudes:index"), "label": _("Solicitudes")},
            {"url": self.address, "label": self.asked.number.text},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @property
    def address(self) -> str:
        return reverse("solicitudes:inspect", args=[self.asked.pk])

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(asked=self.asked, index_url=self.address, **kwargs)
