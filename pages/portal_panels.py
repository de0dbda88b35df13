"""The panels that this room adds to the home page."""

from pages.campaign_reading import running_panel
from pages.event_home import next_events
from pages.home_panels import HomePanel, add_home_panel
from pages.materials_panel import newest_materials
from pages.work_story import works_panel


def register() -> None:
    """Show them; called once when the room opens."""
    add_home_panel(HomePanel("events", 200, "pages/parts/next_events.html", next_events))
    add_home_panel(HomePanel("works", 300, "pages/parts/works_panel.html", works_panel))
    add_home_panel(HomePanel("campaigns", 400, "pages/parts/campaigns_panel.html", running_panel))
    add_home_panel(HomePanel("materials", 600, "pages/sections/materials.html", newest_materials))
