from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HeadlessConfig(AppConfig):
    name = "headless"
    verbose_name = _("API de contenidos")

    def ready(self) -> None:
        from headless import jobs, role_grants, scopes

        jobs.register()
        role_grants.register()
        scopes.register()
