"""The alerts that hold, as RSS 2.0 and as JSON with the words of CAP 1.2."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import localtime

from headless.freshness import cache_control
from institution.models import InstitutionSettings
from pages.enums.alerts import AlertSeverity
from pages.models import Alert

# CAP 1.2 (OASIS, 2010): severity and urgency as its enumerations name them.
CAP = {
    AlertSeverity.DANGER: ("Severe", "Immediate"),
    AlertSeverity.WARNING: ("Moderate", "Expected"),
    AlertSeverity.INFO: ("Minor", "Unknown"),
}


def active_alerts(*, at: datetime) -> list[Alert]:
    """What holds at `at`, the gravest first."""
    return list(Alert.objects.active(at=at).for_banner().gravest_first())


class AlertFeed(Feed):
    """The alerts that hold when it is asked for."""

    feed_type = Rss201rev2Feed
    language = "es-PE"
    link = "/"

    def __call__(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.request, self.at = request, timezone.now()
        response = super().__call__(request, *args, **kwargs)
        return fresh(response, at=self.at)

    def title(self) -> str:
        return f"Avisos · {InstitutionSettings.load().name}"

    def description(self) -> str:
        return "Avisos y alertas vigentes"

    def items(self) -> list[Alert]:
        return active_alerts(at=self.at)

    def item_title(self, item: Alert) -> str:
        return f"{item.get_severity_display()}: {item.title}"

    def item_description(self, item: Alert) -> str:
        until = localtime(item.ends_at)
        return f"{item.text} Zona: {item.zone}. Hasta el {until:%d/%m/%Y, %H:%M}. Fuente: {item.source}."

    def item_link(self, item: Alert) -> str:
        return self.request.build_absolute_uri(item.link or "/")

    def item_guid(self, item: Alert) -> str:
        return identifier(item, self.request)

    item_guid_is_permalink = False

    def item_pubdate(self, item: Alert) -> datetime:
        return localtime(item.starts_at)


def cap(request: HttpRequest) -> HttpResponse:
    """The alerts that hold, each with the fields of CAP 1.2 that the municipality can fill in."""
    at = timezone.now()
    alerts = [cap_alert(each, request) for each in active_alerts(at=at)]
    return fresh(JsonResponse({"alerts": alerts}, json_dumps_params={"ensure_ascii": False}), at=at)


def cap_alert(alert: Alert, request: HttpRequest) -> dict[str, Any]:
    """One alert; certainty is what its source knows, which nobody here can tell."""
    severity, urgency = CAP[AlertSeverity(alert.severity)]
    return {
        "identifier": identifier(alert, request),
        "sender": request.get_host(),
        "sent": localtime(alert.last_published_at or alert.starts_at).isoformat(timespec="seconds"),
        "status": "Actual",
        "msgType": "Alert",
        "scope": "Public",
        "info": {
            "language": "es-PE",
            "event": alert.title,
            "severity": severity,
            "urgency": urgency,
            "certainty": "Unknown",
            "effective": localtime(alert.starts_at).isoformat(timespec="seconds"),
            "expires": localtime(alert.ends_at).isoformat(timespec="seconds"),
            "senderName": alert.source,
            "headline": alert.title,
            "description": alert.text,
            "web": request.build_absolute_uri(alert.link) if alert.link else None,
            "area": {"areaDesc": alert.zone, "geocode": [each.ubigeo for each in alert.districts.all()]},
        },
    }


def identifier(alert: Alert, request: HttpRequest) -> str:
    """What names the alert wherever it is copied to."""
    return f"{request.get_host()}-aviso-{alert.pk}"


def fresh(response: HttpResponse, *, at: datetime) -> HttpResponse:
    """The answer, for caches to keep no longer than what it tells holds."""
    response["Cache-Control"] = cache_control(at=at, next_change=Alert.objects.next_change(at=at))
    return response
