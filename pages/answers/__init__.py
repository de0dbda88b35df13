"""What of this room answers a search at once: a work by its code, how to reach a unit, what there is on a day."""

from pages.answers.events import activities
from pages.answers.units import contacts
from pages.answers.works import work_of_code
from search.answers import offer


def register() -> None:
    """Offer the answers of this room."""
    for provider in (work_of_code, contacts, activities):
        offer(provider)
