"""Wagtail's views of a page that are ours: a copy waits for its own approval, and a withdrawal says its reason."""

from django.http import HttpRequest, HttpResponse
from django.views.generic import FormView
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from pages.admin.withdrawing import WithdrawView
from pages.forms.copy import DraftCopyForm


class DraftCopyView(CopyView):
    """Wagtail's view with our form; a parent that doesn't exist is an error of the form, not of the program."""

    def get_form_class(self) -> type[DraftCopyForm]:
        return DraftCopyForm

    def post(self, request: HttpRequest, page_id: int, *args, **kwargs) -> HttpResponse:
        return FormView.post(self, request, *args, **kwargs)


class PortalPages(PageViewSet):
    """The views of every page type."""

    model = Page
    copy_view_class = DraftCopyView
    unpublish_view_class = WithdrawView
