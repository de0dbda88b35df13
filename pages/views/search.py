"""The portal's search."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pages.models.embargo import visible_pages
from search.analysis.typed import understood

PER_PAGE = 12


def search(request: HttpRequest) -> HttpResponse:
    """Pages of every type that answer the words, only among those that anybody may see."""
    query = request.GET.get("q", "")[:200]
    words = understood(query)
    found = visible_pages(at=timezone.now()).search(words, operator="and") if words else []
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    results.object_list = _specific(list(results.object_list))
    return render(request, "pages/search.html", {"query": query, "words": words, "results": results})


def _specific(pages: list) -> list:
    """The same pages with their own fields, in the same order, one query for each type."""
    from wagtail.models import Page

    by_pk = Page.objects.filter(pk__in=[page.pk for page in pages]).specific().in_bulk()
    return [by_pk[page.pk] for page in pages if page.pk in by_pk]
