from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "portal_search"
    verbose_name = _("Búsqueda")

    def ready(self) -> None:
        from institution.admin.word_search import understand_with
        from search import jobs, receivers, role_grants
        from search.admin.pieces_of_words import pieces_of_words

        understand_with(pieces_of_words)
        role_grants.register()
        jobs.register()
        receivers.connect()
