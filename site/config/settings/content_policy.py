"""Content-Security-Policy: strict on the portal, wider in the backend whose editor writes inline scripts."""

import re
from copy import deepcopy
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE

VIDEO_FRAMES = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        # A video's frame is asked for only after the reader clicks on it.
        "frame-src": [SELF, *VIDEO_FRAMES],
        "frame-ancestors": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
    },
}

BACKEND_DIRECTIVES = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF, "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [SELF],
    "form-action": [SELF],
    "object-src": [NONE],
}


def with_tiles(policy: dict, address: str) -> dict:
    """The policy that lets pictures come from the host of the map's tiles, and from no other; unchanged without one.

    `address` is Leaflet's template, such as `https://{s}.tile.example.org/{z}/{x}/{y}.png`.
    """
    place = urlsplit(re.sub(r"\{s\}", "*", address))
    if not (place.scheme and place.netloc):
        return policy
    wider = deepcopy(policy)
    wider["DIRECTIVES"]["img-src"].append(f"{place.scheme}://{place.netloc}")
    return wider
