"""What to tell whoever found nothing: a broader search, what others look for, and how to ask a person."""

from datetime import datetime
from typing import Any

from institution.models import InstitutionSettings
from pages.finding.asked import Asked
from pages.models import ContactPage, GuidancePage
from pages.models.embargo import visible_pages
from search.portal import find
from search.rules.asked import as_asked

MOST_GUIDANCE = 6


def help_for(asked: Asked, at: datetime) -> dict[str, Any]:
    """The words without quotes, exclusions nor anything that narrows, if they find something; guidance; people."""
    words = as_asked(asked.typed)
    broader = find(words, among=visible_pages(at=at), at=at, start=0, stop=1).total if words else 0
    return {
        "broader": Asked(typed=words) if broader else None,
        "broader_total": broader,
        "guidance": GuidancePage.objects.visible(at=at).newest_first()[:MOST_GUIDANCE],
        "contact": ContactPage.objects.live().first(),
        "phones": InstitutionSettings.load().phones.all(),
    }
