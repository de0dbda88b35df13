"""Addresses of this platform as people outside can follow them, in a mail or on a network."""

from django.conf import settings


def public_address(path: str) -> str:
    """A path of the portal or of the backend with the scheme and the host under which it is reached."""
    return settings.PUBLIC_URL.rstrip("/") + path
