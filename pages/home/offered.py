"""The panels that this room adds to the home page."""

from pages.home.events import next_events
from pages.home.materials import newest_materials
from pages.home.panels import HomePanel, add_home_panel
from pages.reading.campaigns import running_panel
from pages.reading.works import works_panel


def register() -> None:
    """Show them; called once when the room opens."""
    add_home_panel(HomePanel("events", 200, "pages/parts/next_events.html", next_events))
    add_home_panel(HomePanel("works", 300, "pages/parts/works_panel.html", works_panel))
    add_home_panel(HomePanel("campaigns", 400, "pages/parts/campaigns_panel.html", running_panel))
    add_home_panel(HomePanel("materials", 600, "pages/sections/materials.html", newest_materials))
