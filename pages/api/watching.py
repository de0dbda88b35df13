"""What the feed of changes needs to know of the pieces and the alerts that the API offers."""

from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from headless.enums import ChangeKind
from headless.resources import Resource, offered
from headless.rules.changes import Told
from headless.watching import Watched, watch
from pages.models import (
    Alert,
    CampaignPage,
    EventPage,
    GuidancePage,
    MaterialPage,
    NewsPage,
    PublicWorkPage,
    StandardPage,
)
from pages.models.embargo import EmbargoedPage, not_expired

MODELS: dict[str, type[Page]] = {
    "news": NewsPage,
    "campaigns": CampaignPage,
    "works": PublicWorkPage,
    "events": EventPage,
    "materials": MaterialPage,
    "guidance": GuidancePage,
    "pages": StandardPage,
}


def watch_offered() -> None:
    """Have the feed follow every resource of this room that is offered by now."""
    for resource in offered():
        if model := MODELS.get(resource.name):
            watch(_watched(resource, model))
        elif resource.name == "alerts":
            watch(_watched_alerts(resource))


def _watched(resource: Resource, model: type[Page]) -> Watched:
    def held(at: datetime) -> QuerySet:
        if not issubclass(model, EmbargoedPage):
            return model.objects.none()
        return model.objects.live().public().filter(not_expired(at), embargo_until__gt=at)

    return Watched(
        name=resource.name,
        model=model,
        public=lambda at: resource.public(at).defer_streamfields(),
        tell=_tell,
        held=held,
        held_until="embargo_until" if issubclass(model, EmbargoedPage) else "expire_at",
    )


def _tell(piece: Page) -> Told:
    return Told(
        key=piece.pk,
        slug=piece.slug,
        address=piece.get_url() or "",
        stamp=piece.last_published_at,
        ends_at=piece.expire_at,
        scheduled_for=piece.go_live_at,
    )


def _watched_alerts(resource: Resource) -> Watched:
    """An alert is public from its start on, and stays so when it ends: what it said is told of the past."""
    return Watched(
        name=resource.name,
        model=Alert,
        public=resource.public,
        tell=_tell_alert,
        held=lambda at: Alert.objects.filter(live=True, starts_at__gt=at),
        held_until="starts_at",
    )


def _tell_alert(alert: Alert) -> Told:
    return Told(key=alert.pk, slug="", address="", stamp=alert.last_published_at, awaited=ChangeKind.WENT_LIVE)
