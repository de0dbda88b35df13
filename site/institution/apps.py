from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionConfig(AppConfig):
    name = "institution"
    verbose_name = _("Institución")

    def ready(self) -> None:
        from institution import jobs, role_grants

        role_grants.register()
        jobs.register()
