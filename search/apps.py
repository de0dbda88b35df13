from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "portal_search"
    verbose_name = _("Búsqueda")

    def ready(self) -> None:
        from search import jobs, role_grants

        role_grants.register()
        jobs.register()
