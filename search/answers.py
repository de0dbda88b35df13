"""Answers that are no page found but the very thing that was asked for. Rooms offer them when they open."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What answers at once: `kind` is told over the title; with `redirect` the person is taken to `url` right away."""

    title: str
    text: str
    url: str
    kind: str
    redirect: bool = False


# Given the normalised words, the instant and the request.
Provider = Callable[[str, datetime, HttpRequest], list[Answer]]
PROVIDERS: list[Provider] = []


def offer(provider: Provider) -> Provider:
    """Have a provider asked at each search; offering the same twice asks it once. It tells only what is public."""
    if provider not in PROVIDERS:
        PROVIDERS.append(provider)
    return provider


def answers_for(words: str, at: datetime, request: HttpRequest) -> list[Answer]:
    """All that the providers answer; one that fails is logged and the search goes on without it."""
    told = []
    for provider in PROVIDERS if words else []:
        try:
            told += provider(words, at, request)
        except Exception:
            logger.exception("The answers of %s failed", getattr(provider, "__name__", provider))
    return told
