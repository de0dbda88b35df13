"""What citizens wrote: read, marked as answered, deleted; nobody writes one here."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_filters import BooleanFilter, DateFromToRangeFilter
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy

from institution.admin.columns import DayColumn
from institution.admin.registers import LimitedPolicy, ReadOnlyInspectView, ReadOnlyRegister
from institution.admin.tags import Tone, tag
from pages.actions.contact_answers import mark_answered
from pages.models import ContactMessage

register_permission_policy(ContactMessage, LimitedPolicy(ContactMessage, allowed={"view", "delete"}))
ANSWER = "pages.change_contactmessage"


@hooks.register("register_log_actions")
def name_answer(actions) -> None:
    """What the history says."""
    actions.register_action("pages.contact.answered", _("Marcar como respondido"), _("Marcado como respondido"))


def answer_tag(message: ContactMessage) -> SafeString:
    return tag(_("Respondido"), Tone.GOOD) if message.answered_at else tag(_("Por responder"), Tone.WAITING)


class MessageFilterSet(WagtailFilterSet):
    pending = BooleanFilter(label=_("Por responder"), field_name="answered_at", lookup_expr="isnull")
    received_at = DateFromToRangeFilter(label=_("Recibido"), widget=DateRangePickerWidget)

    class Meta:
        model = ContactMessage
        fields: list[str] = []


class MessageInspectView(ReadOnlyInspectView):
    """The message in full, with the way to answer it by mail and to note that it was answered."""

    template_name = "backend/contact_message.html"
    page_title = _("Mensaje")

    def get_context_data(self, **kwargs) -> dict:
        may_mark = self.request.user.has_perm(ANSWER) and self.object.answered_at is None
        return super().get_context_data(message=self.object, may_mark=may_mark, **kwargs)


@require_POST
def answered(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the message was answered."""
    if not request.user.has_perm(ANSWER):
        raise PermissionDenied
    mark_answered(message=get_object_or_404(ContactMessage, pk=pk), by=request.user, at=timezone.now())
    messages.success(request, _("El mensaje quedó marcado como respondido."))
    return redirect("mensajes:index")


class ContactMessages(ReadOnlyRegister):
    model = ContactMessage
    name = "mensajes"
    icon = "mail"
    menu_hook = "register_portal_menu_item"
    menu_label = _("Mensajes de contacto")
    empty_words = _("Todavía no hay mensajes: llegan desde la página de contacto del portal.")
    menu_order = 400
    inspect_view_class = MessageInspectView
    inspect_view_fields = [
        "received_at",
        "name",
        "email",
        "message",
        "consent_text",
        "answered_at",
        "erase_on",
    ]
    filterset_class = MessageFilterSet
    list_display = [
        "subject",
        "name",
        DayColumn("received_at", label=_("Recibido")),
        Column("state", label=_("Estado"), accessor=answer_tag),
    ]
    search_fields = ["subject", "name", "email", "message"]
    list_export = ["received_at", "name", "email", "subject", "message", "answered_at"]
    export_filename = "mensajes-de-contacto"
    served = ReadOnlyRegister.served | {"delete"}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_urlpatterns(), path("answered/<int:pk>/", answered, name="answered")]
