"""No cache keeps a page of the portal past the start or the end of an alert."""

import math
import re
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from pages.models import Alert

OTHERS = ("/admin/", "/api/")
LASTING = re.compile(r"(max-age|s-maxage|stale-while-revalidate|stale-if-error)=(\d+)")


class AlertFreshness:
    """Pages are asked for anew each time; one that may be kept for a while is kept no longer than its alerts hold."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith(OTHERS) and response.get("Content-Type", "").startswith("text/html"):
            bound(response, at=timezone.now())
        return response


def bound(response: HttpResponse, *, at: datetime) -> None:
    """Lower every duration of the answer's Cache-Control to the seconds until the next change of the alerts."""
    asked = response.get("Cache-Control", "")
    if not asked:
        patch_cache_control(response, no_cache=True)
    elif LASTING.search(asked) and (change := Alert.objects.next_change(at=at)):
        left = max(0, math.floor((change - at).total_seconds()))
        response["Cache-Control"] = LASTING.sub(lambda each: f"{each[1]}={min(int(each[2]), left)}", asked)
