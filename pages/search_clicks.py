"""Counting that a result of the search was opened, from the address that the browser says it comes from.

Result links are the pages' own addresses: no redirect, no script, nothing that follows anybody. See decision 0022.
"""

from urllib.parse import parse_qs

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from pages.models import HomePage
from pages.models.piece_index import PieceIndexPage
from pages.rules.downloads import counts_as_download
from search.actions.use import count_click

# Every page of the portal links to them: who goes there from the search rather leaves it.
NO_RESULTS = (HomePage, PieceIndexPage)


@hooks.register("before_serve_page")
def count_opened_result(page: Page, request: HttpRequest, args: list, kwargs: dict) -> None:
    """Add one to the clicks of the words whose results the reader comes from, if any."""
    words = searched_before(request)
    if words and not isinstance(page, NO_RESULTS) and _pressed(request):
        count_click(typed=words, at=timezone.now())


def searched_before(request: HttpRequest) -> str:
    """What was typed in the portal's search from which the request comes; blank when it doesn't."""
    results = f"://{request.get_host()}{reverse('search')}?"
    query = request.headers.get("Referer", "").partition(results)[2]
    return parse_qs(query).get("q", [""])[0]


def _pressed(request: HttpRequest) -> bool:
    headers = request.headers
    return counts_as_download(
        method=request.method or "", user_agent=headers.get("User-Agent", ""), purpose=headers.get("Sec-Purpose", "")
    )
