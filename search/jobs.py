"""What the worker does every minute for this room."""

from institution.recurring import every_minute
from search.actions.use import forget


def register() -> None:
    """Hand the jobs to the worker."""
    every_minute(forget)
