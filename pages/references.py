"""Which files a page uses, and which pages show a picture."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex

from institution.models import InstitutionImage
from pages.models import PhotoSet, WorkAdvance

AT_A_TIME = 100


def files_used(page: Page, model: type[Model]) -> dict[str, set[int]]:
    """The keys of the rows of `model` that the page in hand refers to, by the field where it does.

    Columns, bodies and the page's inline children count alike, in whatever version of the page is in hand: Wagtail's
    own index only knows what is saved.
    """
    kind = ContentType.objects.get_for_model(model).pk
    used: dict[str, set[int]] = {}
    for field, key in _references(page, kind):
        used.setdefault(field, set()).add(key)
    return used


def drafts_using(model: type[Model], keys: Iterable[int]) -> Iterator[tuple[Page, int]]:
    """Pages whose latest version isn't live and refers to one of the rows of `model`, with that row's key."""
    wanted = set(keys)
    drafts = Page.objects.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    for page in drafts.select_related("latest_revision").iterator(chunk_size=AT_A_TIME):
        draft = page.latest_revision.as_object()
        yield from ((draft, key) for key in set().union(*files_used(draft, model).values()) & wanted)


def pages_showing(image: InstitutionImage) -> set[int]:
    """The keys of the pages whose saved version shows the picture: by themselves, a set of photos or an advance."""
    sets = PhotoSet.objects.filter(photos__image=image)
    pages = pages_naming(image) | pages_naming(*sets) | set(sets.values_list("page", flat=True))
    works = WorkAdvance.objects.filter(photos__image=image).values_list("work", flat=True)
    return (pages | set(works)) - {None}


def pages_naming(*rows: Model) -> set[int]:
    """The pages that refer to any of the rows, all of one model."""
    if not rows:
        return set()
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(rows[0]),
        to_object_id__in=[str(row.pk) for row in rows],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return {int(key) for key in references.values_list("object_id", flat=True)}


def rows_holding(file: Model) -> Iterator[Model]:
    """What has a column of its own for the file, as the database stands now; a child row as the row it belongs to.

    What was made from the file (its cuts, what was read in it) isn't a use of it.
    """
    for relation in file._meta.get_fields(include_hidden=True):
        model = relation.related_model
        column = relation.auto_created and (relation.one_to_many or relation.one_to_one)
        if column and not getattr(model, "wagtail_reference_index_ignore", False):
            yield from map(_owner, model._base_manager.filter(**{relation.field.name: file})[:AT_A_TIME])


def _owner(row: Model) -> Model:
    parents = [field for field in row._meta.get_fields() if isinstance(field, ParentalKey)]
    return (getattr(row, parents[0].name) if parents else None) or row


def _references(page: Page, kind: int) -> Iterator[tuple[str, int]]:
    # The public way, `get_references_to`, reads the index of what is live; this is what fills it.
    for to_kind, key, model_path, _content_path in ReferenceIndex._extract_references_from_object(page):
        if to_kind == kind:
            yield model_path.split(".", 1)[0], int(key)
