"""How often one address may do a thing."""

import hashlib

from django.core.cache import cache


def too_often(*, action: str, address: str, limit: int, seconds: int) -> bool:
    """Count one more try from `address`, and tell whether it exceeds `limit` in a window of `seconds`.

    The address is kept only as a digest and only for the window. The count is approximate under
    concurrency, which is enough to stop a form from being flooded.
    """
    key = f"throttle:{action}:{hashlib.sha256(address.encode()).hexdigest()[:32]}"
    tries = int(cache.get(key, 0)) + 1
    cache.set(key, tries, seconds)
    return tries > limit
