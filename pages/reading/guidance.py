"""What a page of guidance shows beside its own words, and what search engines are told of it."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate

from institution.models import InstitutionSettings
from pages.forms.guidance import OpinionForm
from pages.models.guidance import GuidancePage
from pages.models.reviews import Review
from pages.rules.guidance import overdue

CONTEXT = "https://schema.org"


def guidance_context(page: GuidancePage, request: HttpRequest, *, at: datetime) -> dict[str, Any]:
    """What the template of guidance shows, at the instant `at`."""
    review = Review.objects.filter(page=page.pk).first()
    return {
        "review": review,
        "overdue": review is not None and overdue(review_on=review.review_on, on=localdate(at)),
        "requirements": page.requirements.select_related("document"),
        "opinion_form": OpinionForm(),
        "thanked": request.GET.get("gracias") == "1",
    }


def guidance_data(page: GuidancePage, institution: InstitutionSettings, request: HttpRequest) -> list[dict[str, Any]]:
    """The service, its steps and its questions: schema.org's GovernmentService, HowTo and FAQPage."""
    address = request.build_absolute_uri(page.get_url(request))
    service = {
        "@context": CONTEXT,
        "@type": "GovernmentService",
        "name": page.title,
        "description": page.search_description or page.summary,
        "url": address,
        "provider": {"@type": "GovernmentOrganization", "name": institution.name},
        "isAccessibleForFree": page.is_free,
    }
    return [service, *_how_to(page), *_questions(page)]


def _how_to(page: GuidancePage) -> list[dict[str, Any]]:
    steps = [
        {"@type": "HowToStep", "position": place, "name": step.title, "text": step.text or step.title}
        for place, step in enumerate(page.steps.all(), start=1)
    ]
    return [{"@context": CONTEXT, "@type": "HowTo", "name": page.title, "step": steps}] if steps else []


def _questions(page: GuidancePage) -> list[dict[str, Any]]:
    asked = [
        {"@type": "Question", "name": each.question, "acceptedAnswer": {"@type": "Answer", "text": each.answer}}
        for each in page.questions.all()
    ]
    return [{"@context": CONTEXT, "@type": "FAQPage", "mainEntity": asked}] if asked else []
