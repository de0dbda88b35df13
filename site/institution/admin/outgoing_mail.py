"""The mail that the platform sends: read, looked for, and sent again when it failed; nobody writes one here."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.actions.mail import retry_mail
from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyIndexView, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from institution.enums import MailState
from institution.models import OutgoingMail

register_permission_policy(OutgoingMail, LimitedPolicy(OutgoingMail, allowed={"view"}))
RETRY = "institution.retry_outgoingmail"
LABELS = {"recipient": _("Para"), "last_failure": _("Respuesta del servidor de correo")}
TONES = {MailState.QUEUED: Tone.WAITING, MailState.SENT: Tone.GOOD, MailState.FAILED: Tone.STOPPED}


@hooks.register("register_log_actions")
def name_retry(actions) -> None:
    """What the history says."""
    actions.register_action("institution.mail.retried", _("Reintentar el envío"), _("Se reintentó el envío"))


def state_tag(mail: OutgoingMail) -> SafeString:
    return tag(mail.state.label, TONES[mail.state])


class MailFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label=_("Estado"), choices=MailState.choices, method="in_state")
    created_at = DateFromToRangeFilter(label=_("En cola desde"), widget=DateRangePickerWidget)

    class Meta:
        model = OutgoingMail
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.in_state(MailState(value))


class MailIndexView(ReadOnlyIndexView):
    """The messages whose text is still kept."""

    def get_base_queryset(self) -> QuerySet:
        return OutgoingMail.objects.not_erased().select_related("email")


class MailInspectView(ReadOnlyInspectView):
    """One message, why it failed if it did, and the way to send it again.

    Its text isn't shown: it may carry a link meant for its recipient alone.
    """

    template_name = "backend/outgoing_mail.html"
    page_title = _("Correo")

    def get_field_label(self, field_name: str, field) -> str:
        return LABELS.get(field_name) or super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs) -> dict:
        may_retry = self.request.user.has_perm(RETRY) and self.object.state == MailState.FAILED
        return super().get_context_data(mail=self.object, may_retry=may_retry, **kwargs)


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a failed message back in the queue."""
    if not request.user.has_perm(RETRY):
        raise PermissionDenied
    if retry_mail(mail=get_object_or_404(OutgoingMail, pk=pk), by=request.user, at=timezone.now()):
        messages.success(request, _("El correo volvió a la cola: saldrá en un momento."))
    else:
        messages.warning(request, _("Ese correo ya no figura como fallido: no se envió de nuevo."))
    return redirect("correos:index")


class OutgoingMails(ReadOnlyRegister):
    model = OutgoingMail
    name = "correos"
    icon = "mail"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Correos")
    empty_words = _(
        "Todavía no salió ningún correo. Aquí queda cada aviso que la plataforma envía, y si llegó a salir."
    )
    menu_order = 130
    index_view_class = MailIndexView
    inspect_view_class = MailInspectView
    inspect_view_fields = ["recipient", "created_at", "settled_at", "last_failure"]
    filterset_class = MailFilterSet
    list_display = [
        "__str__",
        Column("recipient", label=_("Para")),
        Column("state", label=_("Estado"), accessor=state_tag),
        DayColumn("created_at", label=_("En cola desde")),
        DayColumn("settled_at", label=_("Enviado o dado por fallido")),
    ]
    search_fields = ["email__subject", "email__to"]
    list_export = ["created_at", "recipient", "email.subject", "state.label", "settled_at"]
    export_headings = {"recipient": _("Para"), "email.subject": _("Asunto"), "state.label": _("Estado")}
    export_filename = "correos"

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("retry/<int:pk>/", retry, name="retry")]
