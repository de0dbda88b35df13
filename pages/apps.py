from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Publicaciones")

    def ready(self) -> None:
        from pages import answers, api, change_receivers, jobs, quick_avif, receivers, role_grants
        from pages.actions import work_imports  # noqa: F401 - importing it registers its long task
        from pages.actions.corrections import refuse_rewriting
        from pages.home import offered
        from pages.models.embargo import visible_pages
        from pages.obstacles import register_obstacle
        from pages.picture_consent import picture_obstacles
        from search.public import say_what_is_public

        role_grants.register()
        receivers.connect()
        api.register()
        change_receivers.connect()
        jobs.register()
        register_obstacle(refuse_rewriting)
        register_obstacle(picture_obstacles)
        offered.register()
        quick_avif.register()
        answers.register()
        say_what_is_public(lambda at: visible_pages(at=at))
