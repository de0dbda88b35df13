"""What this room hangs on Wagtail's hooks."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from institution.admin import menu  # noqa: F401 - importing it registers its hooks
from institution.admin.issued_numbers import IssuedNumberAdmin
from institution.admin.long_tasks import LongTasks
from institution.admin.outgoing_mail import OutgoingMails
from institution.viewsets import REGISTERS

for register in REGISTERS:
    register_snippet(register)
modeladmin_register(IssuedNumberAdmin)


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ModelViewSet]:
    """The registers that only the program writes."""
    return [OutgoingMails(), LongTasks()]


@hooks.register("insert_global_admin_css")
def backend_styles() -> SafeString:
    """The backend's own looks."""
    return format_html('<link rel="stylesheet" href="{}">', static("backend/backend.css"))
