"""Secrets that are given once and never kept."""

import hashlib


def digest_of(token: str) -> str:
    """What the database keeps of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()
