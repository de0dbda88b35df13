"""Who may download a document: everybody, unless it belongs only to what is not public or authorises a picture."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from institution.models import InstitutionDocument, InstitutionImage
from pages.models import PreviewLink, UnitRequestLink, UnitRequestProduct
from pages.models.embargo import visible_pages

SESSION_KEY = "preview_links"
REVIEWS_KEY = "unit_review_links"
BACKEND = "wagtailadmin.access_admin"
PAGE = Q(base_content_type__app_label="wagtailcore", base_content_type__model="page")


@hooks.register("before_serve_document")
def refuse_document_of_hidden_page(document: InstitutionDocument, request: HttpRequest) -> None:
    """404 for a document that nothing public shows, unless the reader works here or was lent a note that does."""
    refuse_authorisation(document, request)
    if request.user.has_perm(BACKEND):
        return
    references = references_to(document)
    pages = {int(key) for key in references.filter(PAGE).values_list("object_id", flat=True)}
    others = references.exclude(PAGE).exclude(base_content_type__in=private_types())
    shown = visible_pages(at=timezone.now()).filter(pk__in=pages).exists() or others.exists()
    if not shown and not lent_pages(request) & pages:
        raise Http404


def private_types() -> list[ContentType]:
    """The registers whose files are the office's own: being used there shows a document to nobody."""
    private = [model for model in apps.get_models() if getattr(model, "keeps_files_private", False)]
    return list(ContentType.objects.get_for_models(*private).values())


def refuse_authorisation(document: InstitutionDocument, request: HttpRequest) -> None:
    """404 for what authorises a picture, whatever else shows it, unless the reader may edit such a picture.

    It holds the data of parents and of minors (Ley 29733).
    """
    if not document.authorised_images.exists():
        return
    editable = policy_registry.get_by_type(InstitutionImage).instances_user_has_permission_for(request.user, "change")
    if not editable.filter(authorisation_document=document).exists():
        raise Http404


def references_to(document: InstitutionDocument) -> QuerySet[ReferenceIndex]:
    """Where the document is used, itself or as the captions of a video."""
    keys = [document.pk, *document.captioned.values_list("pk", flat=True)]
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(InstitutionDocument),
        to_object_id__in=[str(key) for key in keys],
    )


def remember_link(request: HttpRequest, link: PreviewLink) -> None:
    """Let this browser download the documents of the note it was lent, while the link lasts."""
    request.session[SESSION_KEY] = [*request.session.get(SESSION_KEY, []), link.pk][-20:]


def remember_review(request: HttpRequest, link: UnitRequestLink) -> None:
    """Let this browser download the documents of the pieces it was given to review, while the link lasts."""
    request.session[REVIEWS_KEY] = [*request.session.get(REVIEWS_KEY, []), link.pk][-20:]


def lent_pages(request: HttpRequest) -> set[int]:
    """The pages lent to this browser by links that still open."""
    return _lent_notes(request) | _pieces_to_review(request)


def _lent_notes(request: HttpRequest) -> set[int]:
    keys = request.session.get(SESSION_KEY, [])
    links = PreviewLink.objects.usable(at=timezone.now()).filter(pk__in=keys)
    return set(links.values_list("page_id", flat=True)) if keys else set()


def _pieces_to_review(request: HttpRequest) -> set[int]:
    keys = request.session.get(REVIEWS_KEY, [])
    links = UnitRequestLink.objects.usable(at=timezone.now()).filter(pk__in=keys)
    pieces = UnitRequestProduct.objects.filter(request__links__in=links)
    return set(pieces.values_list("page_id", flat=True)) if keys else set()
