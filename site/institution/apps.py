from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionConfig(AppConfig):
    name = "institution"
    verbose_name = _("Institución")

    def ready(self) -> None:
        from institution import role_grants  # registers this room's permissions

        role_grants.register()
