"""A screen of ours beside Wagtail's listings and editors: what its trail says."""

from typing import Any

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class Screen(WagtailAdminTemplateMixin):
    """A screen about one thing: the trail says where one came from, what this is and about what."""

    def came_from(self) -> dict[str, Any]:
        """The step before this one: its address (`url`) and its name (`label`)."""
        raise NotImplementedError

    def get_breadcrumbs_items(self) -> list[dict]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, self.came_from(), here]
