"""Planning when a page is read again, and noting that it was."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.models import Page

from institution.admin.screens import Screen
from pages.actions.reviews import mark_reviewed, plan_review
from pages.models import Piece, Review, StandardPage
from pages.rules.months import months_later


def reviewable(page: Page) -> bool:
    return isinstance(page, Piece | StandardPage)


class PlanForm(forms.ModelForm):
    class Meta:
        model = Review
        fields = ["review_on", "every_months", "responsible", "unit"]
        widgets = {"review_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = self.fields["responsible"].queryset
        self.fields["responsible"].queryset = people.filter(is_active=True).order_by("username")


class ReviewScreen(Screen, FormView):
    """A small form about one page, for whoever may edit it."""

    template_name = "backend/review.html"
    header_icon = "date"
    planning = False

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.page, self.review = self.found()
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def found(self) -> tuple[Page, Review]:
        review = get_object_or_404(Review.objects.select_related("page"), pk=self.kwargs["pk"])
        return review.page, review

    def get_page_subtitle(self) -> str:
        return self.page.title

    def came_from(self) -> dict:
        return {"url": reverse("revisiones:index"), "label": _("Revisión de contenidos")}

    def get_context_data(self, **kwargs) -> dict:
        more = {"review": self.review, "page": self.page, "planning": self.planning}
        return super().get_context_data(index_url=reverse("revisiones:index"), **more, **kwargs)


class PlanView(ReviewScreen):
    """When the page is read again, how often and by whom."""

    form_class = PlanForm
    page_title = _("Plan de revisión")
    planning = True

    def found(self) -> tuple[Page, Review]:
        page = get_object_or_404(Page, pk=self.kwargs["pk"]).specific
        if not reviewable(page):
            raise Http404
        first = months_later(timezone.localdate(), 12)
        return page, Review.objects.filter(page=page).first() or Review(page=page, review_on=first)

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"instance": self.review}

    def form_valid(self, form: PlanForm) -> HttpResponse:
        plan_review(review=form.save(commit=False), at=timezone.now())
        messages.success(self.request, _("Quedó anotado cuándo se revisa."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)


class DoneView(ReviewScreen):
    """That the page was read today and still is true."""

    form_class = forms.Form
    page_title = _("Revisada hoy")

    def form_valid(self, form: forms.Form) -> HttpResponse:
        mark_reviewed(review=self.review, by=self.request.user, at=timezone.now())
        messages.success(self.request, _("«%(title)s» quedó revisada hoy.") % {"title": self.page.title})
        return redirect("revisiones:index")
