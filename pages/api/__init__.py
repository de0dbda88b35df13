"""What the content API offers of this room."""

from headless.readings import offer_reading
from headless.resources import offer
from headless.writing import offer_operation


def register() -> None:
    """Offer this room's resources to the API's frame."""
    from pages.api import standard, vocabularies
    from pages.api.alerts import alerts
    from pages.api.campaigns import campaigns
    from pages.api.events import events
    from pages.api.files import documents, images
    from pages.api.guidance import guidance
    from pages.api.materials import materials
    from pages.api.news import news
    from pages.api.search import search
    from pages.api.social_kits import social_kits
    from pages.api.social_reports import offer_scopes, operations
    from pages.api.suggestions import suggest
    from pages.api.surroundings import show_surroundings
    from pages.api.works import works

    offer(news())
    offer(works())
    offer(campaigns())
    offer(events())
    offer(alerts())
    offer(materials())
    offer(guidance())
    offer(standard.pages())
    offer(vocabularies.topics())
    offer(vocabularies.units())
    offer(vocabularies.districts())
    offer(images())
    offer(documents())
    offer(search())
    offer(social_kits())
    offer_reading(suggest())
    offer_scopes()
    for operation in operations():
        offer_operation(operation)
    show_surroundings()
