"""What the home page shows beside what editors compose: each part of the portal, and each room, adds its panel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class HomePanel:
    """A panel of the home page: `build(at)` is what its template shows, or nothing when it has nothing to show."""

    name: str
    order: int
    template: str
    build: Callable[[datetime], dict[str, Any]]


_panels: dict[str, HomePanel] = {}


def add_home_panel(panel: HomePanel) -> None:
    """Show the panel on the home page; called once when a room opens."""
    _panels[panel.name] = panel


def home_panels(*, at: datetime) -> list[tuple[str, dict[str, Any]]]:
    """The template and the context of every panel that has something to show, in order."""
    built = ((panel.template, panel.build(at)) for panel in sorted(_panels.values(), key=lambda each: each.order))
    return [(template, context) for template, context in built if context]
