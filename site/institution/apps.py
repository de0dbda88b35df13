from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InstitutionConfig(AppConfig):
    name = "institution"
    verbose_name = _("Institución")

    def ready(self) -> None:
        from institution import folded, jobs, role_grants

        folded.connect()
        role_grants.register()
        jobs.register()
