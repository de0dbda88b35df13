from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry
from wagtail.models.audit_log import BaseLogEntryManager, LogEntryQuerySet

from institution.models import User
from pages.models.unit_requests import UnitRequest


class UnitRequestLogEntryManager(BaseLogEntryManager):
    """As Wagtail asks it of the log of any model."""

    def log_action(self, instance: UnitRequest, action: str, **kwargs) -> "UnitRequestLogEntry":
        return super().log_action(instance, action, request=instance, **kwargs)

    def for_instance(self, instance: UnitRequest) -> LogEntryQuerySet:
        return self.filter(request=instance)

    def viewable_by_user(self, user: User) -> LogEntryQuerySet:
        """Wagtail shows the log of a whole type, or none of it; a unit sees that of its own requests."""
        return self.filter(request__in=UnitRequest.objects.seen_by(user))


class UnitRequestLogEntry(BaseLogEntry):
    """A line of the history about a unit's request: who may see the request may see it."""

    request = models.ForeignKey(UnitRequest, on_delete=models.CASCADE, related_name="log_entries")

    objects = UnitRequestLogEntryManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ["-timestamp", "-id"]
        verbose_name = _("línea del historial de una solicitud")
        verbose_name_plural = _("historial de las solicitudes")
        default_permissions = ()

    @property
    def object_id(self) -> int:
        return self.request_id
