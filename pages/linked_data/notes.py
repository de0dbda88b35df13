"""What search engines are told about the portal, in the words of schema.org."""

from typing import Any

from django.http import HttpRequest

from institution.models import InstitutionSettings
from pages.cuts import renditions
from pages.models import NewsPage

CONTEXT = "https://schema.org"
COUNTRY = "PE"


def organisation_data(institution: InstitutionSettings, request: HttpRequest) -> dict[str, Any]:
    """The municipality as a GovernmentOrganization; what it didn't fill in is left out."""
    return filled({
        "@context": CONTEXT,
        "@type": "GovernmentOrganization",
        "name": institution.name,
        "alternateName": institution.short_name,
        "url": request.build_absolute_uri("/"),
        "logo": _logo(institution, request),
        "email": institution.email,
        "telephone": [phone.number for phone in institution.phones.all()],
        "sameAs": [account.url for account in institution.networks.all()],
        "address": institution.address and {
            "@type": "PostalAddress", "streetAddress": institution.address, "addressCountry": COUNTRY,
        },
    })  # fmt: skip


def trail_data(steps: list[dict[str, str]], title: str, request: HttpRequest) -> dict[str, Any]:
    """The way from the home page to this one as a BreadcrumbList."""
    items = [{"name": step["title"], "item": request.build_absolute_uri(step["url"])} for step in steps]
    items.append({"name": title, "item": request.build_absolute_uri(request.path)})
    numbered = [{"@type": "ListItem", "position": place, **item} for place, item in enumerate(items, start=1)]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": numbered}


def note_data(note: NewsPage, institution: InstitutionSettings, request: HttpRequest) -> dict[str, Any]:
    """A note as a NewsArticle (https://developers.google.com/search/docs/appearance/structured-data/article)."""
    address = request.build_absolute_uri(note.get_url(request))
    topics = [topic.name for topic in note.topics.all()]
    return filled({
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": note.title[:110],
        "alternativeHeadline": note.kicker,
        "description": note.search_description or note.summary,
        "image": [request.build_absolute_uri(cut.url) for cut in renditions(note.lead_photo, "shapes").values()],
        "datePublished": note.published_at,
        "dateModified": max(filter(None, (note.last_published_at, note.published_at)), default=None),
        "author": {
            "@type": "Organization",
            "name": note.author_credit or institution.office_name,
            "url": request.build_absolute_uri("/"),
        },
        "publisher": filled({
            "@type": "GovernmentOrganization", "name": institution.name, "logo": _logo(institution, request),
        }),
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "url": address,
        "articleSection": topics,
        "keywords": [*topics, *(tag.name for tag in note.tags.all())],
        "contentLocation": _place(note),
        "inLanguage": "es-PE",
        "isAccessibleForFree": True,
    })  # fmt: skip


def _place(note: NewsPage) -> dict[str, Any] | None:
    names = [name for name in (note.locality, note.district and note.district.name) if name]
    if not names:
        return None
    address = {"@type": "PostalAddress", "addressLocality": names[-1], "addressCountry": COUNTRY}
    return {"@type": "Place", "name": ", ".join(names), "address": address}


def _logo(institution: InstitutionSettings, request: HttpRequest) -> dict[str, Any] | None:
    cut = next(iter(renditions(institution.coat_of_arms, "logo").values()), None)
    if cut is None:
        return None
    address = request.build_absolute_uri(cut.url)
    return {"@type": "ImageObject", "url": address, "width": cut.width, "height": cut.height}


def filled(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what is empty: schema.org has no word for it."""
    return {name: value for name, value in data.items() if value not in ("", None, [])}
