"""From which address of the network somebody asks."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of who asks, or nothing when the server doesn't tell.

    Behind `TRUSTED_PROXIES` proxies it is the one that the outermost of them wrote in `X-Forwarded-For`; what stands
    before it was written by whoever asks, and can say anything.
    """
    seen: str = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXIES
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if not proxies or len(told) < proxies or not _is_address(told[-proxies]):
        return seen
    return told[-proxies]


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
