"""Taking a page off the portal from the backend: the reason is always asked, for one page or for many."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.admin.views.pages.unpublish import UnpublishView

from pages.actions.withdrawals import NotWithdrawable, withdraw_page
from pages.enums import WithdrawalReason
from pages.forms.withdrawal import BulkReasonForm, WithdrawalForm


class WithdrawView(UnpublishView):
    """Wagtail's view with our question: why, and what takes its place."""

    template_name = "backend/withdraw_page.html"
    page_title = _("Retirar del portal")
    success_message = _("«%(page_title)s» se retiró del portal.")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.form = WithdrawalForm(page=self.object, at=timezone.now())
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.form = WithdrawalForm(request.POST, page=self.object, at=timezone.now())
        try:
            if self.form.is_valid():
                return super().post(request, *args, **kwargs)
        except NotWithdrawable as told:
            self.form.add_error(None, str(told))
        return self.render_to_response(self.get_context_data())

    def unpublish(self) -> HttpResponse | None:
        if answer := self.run_hook("before_unpublish_page", self.request, self.object):
            return answer
        withdraw_page(page=self.object, by=self.request.user, at=timezone.now(), **self.form.cleaned_data)
        return self.run_hook("after_unpublish_page", self.request, self.object)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(form=self.form, **kwargs)


@hooks.register("register_bulk_action", order=1)
class WithdrawBulkAction(UnpublishBulkAction):
    """The same question once for all the pages that were ticked."""

    form_class = BulkReasonForm
    template_name = "backend/withdraw_pages.html"
    display_name = _("Retirar")
    aria_label = _("Retirar del portal las páginas elegidas")

    def get_execution_context(self) -> dict:
        told = {name: self.cleaned_form.cleaned_data[name] for name in ("reason", "explanation")}
        return super().get_execution_context() | told

    @classmethod
    def execute_action(
        cls,
        objects,
        include_descendants: bool = False,
        user=None,
        reason: str = WithdrawalReason.UNSTATED,
        explanation: str = "",
        **kwargs,
    ) -> tuple[int, int]:
        live = [page for page in objects if page.live]
        with transaction.atomic():
            for page in live:
                withdraw_page(
                    page=page,
                    reason=WithdrawalReason(reason),
                    explanation=explanation,
                    by=user,
                    at=timezone.now(),
                    include_descendants=include_descendants,
                )
        return len(live), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext("Se retiró %(n)d página.", "Se retiraron %(n)d páginas.", num_parent_objects) % {
            "n": num_parent_objects
        }
