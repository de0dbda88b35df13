"""Who may download a document: everybody, unless it belongs only to what is not public."""

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import ReferenceIndex

from institution.models import InstitutionDocument
from pages.models import PreviewLink
from pages.models.embargo import visible_pages

SESSION_KEY = "preview_links"
BACKEND = "wagtailadmin.access_admin"
PAGE = Q(base_content_type__app_label="wagtailcore", base_content_type__model="page")


@hooks.register("before_serve_document")
def refuse_document_of_hidden_page(document: InstitutionDocument, request: HttpRequest) -> None:
    """404 for a document that nothing public shows, unless the reader works here or was lent a note that does."""
    if request.user.has_perm(BACKEND):
        return
    references = ReferenceIndex.get_references_to(document)
    pages = {int(key) for key in references.filter(PAGE).values_list("object_id", flat=True)}
    shown = visible_pages(at=timezone.now()).filter(pk__in=pages).exists() or references.exclude(PAGE).exists()
    if not shown and not lent_pages(request) & pages:
        raise Http404


def remember_link(request: HttpRequest, link: PreviewLink) -> None:
    """Let this browser download the documents of the note it was lent, while the link lasts."""
    request.session[SESSION_KEY] = [*request.session.get(SESSION_KEY, []), link.pk][-20:]


def lent_pages(request: HttpRequest) -> set[int]:
    """The notes lent to this browser by links that still open."""
    keys = request.session.get(SESSION_KEY, [])
    links = PreviewLink.objects.usable(at=timezone.now()).filter(pk__in=keys)
    return set(links.values_list("page_id", flat=True)) if keys else set()
