"""The portal's search."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from pages.finding.asked import Asked, asked_in
from pages.finding.facets import facets_of
from pages.finding.help import help_for
from pages.finding.results import results_of
from pages.models.embargo import visible_pages
from pages.rules.downloads import counts_as_download
from search import best_bets
from search.actions.use import count_search
from search.answers import answers_for
from search.portal import Found, find
from search.rules.asked import as_asked

PER_PAGE = 12
MOST_PAGES = 50


def search(request: HttpRequest) -> HttpResponse:
    """Pages of every type that answer what was typed, only among those that anybody may see."""
    at, asked = timezone.now(), asked_in(request.GET)
    if not asked.typed:
        return render(request, "pages/search.html", {"asked": asked, "query": ""})
    words = as_asked(asked.typed) if asked.is_first else ""
    answers = answers_for(words, at, request)
    if straight := next((answer for answer in answers if answer.redirect), None):
        _count(request, asked, found=True, corrected=False, at=at)
        return redirect(straight.url)
    found = _found(asked, at)
    told = {"answers": answers, "bets": best_bets.for_query(words, at)}
    _count(request, asked, found=bool(found.total or answers or told["bets"]), corrected=bool(found.corrections), at=at)
    return render(request, "pages/search.html", told | _context(found, asked, at))


def _found(asked: Asked, at: datetime) -> Found:
    start = (min(asked.page, MOST_PAGES) - 1) * PER_PAGE
    return find(
        asked.typed,
        among=visible_pages(at=at),
        at=at,
        start=start,
        stop=start + PER_PAGE,
        narrowed=asked.narrowed,
        by_date=asked.by_date,
    )


def _context(found: Found, asked: Asked, at: datetime) -> dict[str, Any]:
    return {
        "asked": asked,
        "query": asked.typed,
        "found": found,
        "results": results_of(found, at=at),
        "pages": Paginator(Counted(min(found.total, MOST_PAGES * PER_PAGE)), PER_PAGE).get_page(asked.page),
        "facets": facets_of(found.facets, asked),
        **({} if found.total else help_for(asked, at)),
    }


class Counted(Sequence[None]):
    """Stands for results that are counted and not fetched."""

    def __init__(self, total: int) -> None:
        self.total = total

    def __len__(self) -> int:
        return self.total

    def __getitem__(self, place: Any) -> Any:
        return []


def _count(request: HttpRequest, asked: Asked, *, found: bool, corrected: bool, at: datetime) -> None:
    """Count the search itself, once, when a person made it."""
    headers = request.headers
    method, agent = request.method or "", headers.get("User-Agent", "")
    if asked.is_first and counts_as_download(method=method, user_agent=agent, purpose=headers.get("Sec-Purpose", "")):
        count_search(typed=asked.typed, found=found, corrected=corrected, at=at)
