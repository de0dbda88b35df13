"""What both the backend and the private link show of a request: its pieces and its files."""

from dataclasses import dataclass

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from pages.models import Piece, UnitRequest, UnitRequestFile, UnitRequestProduct


@dataclass(frozen=True)
class ShownProduct:
    """A piece as a list tells it: its latest words, what it is, and whether the public sees it."""

    product: UnitRequestProduct
    title: str
    summary: str
    kind: str
    live: bool
    page_id: int


def shown_products(asked: UnitRequest) -> list[ShownProduct]:
    """The request's pieces; a query or two for each, of which there are a handful."""
    products = asked.products.select_related("page__latest_revision", "page__content_type")
    return [_shown(product) for product in products]


def _shown(product: UnitRequestProduct) -> ShownProduct:
    draft = latest_draft(product.page)
    kind = str(draft._meta.verbose_name).capitalize()
    summary = draft.summary if isinstance(draft, Piece) else ""
    return ShownProduct(product, draft.title, summary, kind, product.page.live, product.page_id)


def latest_draft(page: Page) -> Page:
    """The page as it was last saved, published or not."""
    return page.get_latest_revision_as_object()


def product_response(request: HttpRequest, product: UnitRequestProduct) -> HttpResponse:
    """The piece as it will be read, not to be kept by anybody."""
    draft = latest_draft(product.page)
    response = draft.serve_preview(request, draft.default_preview_mode)
    return kept_from_others(response)


def kept_from_others(response: HttpResponse) -> HttpResponse:
    """Not indexed, not cached, its address not told to where its links lead.

    `same-origin`, not `no-referrer`: with that browsers send the forms of the page without an origin, and they are
    refused as forged.
    """
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store, private"
    return response


def file_response(file: UnitRequestFile) -> FileResponse:
    """The file as a download: whatever it is, no browser runs it here. 404 when it is no longer kept."""
    try:
        content = file.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(content, as_attachment=True, filename=file.name, content_type="application/octet-stream")
    response["X-Content-Type-Options"] = "nosniff"
    return response
