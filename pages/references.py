"""Which files a page uses, in whatever version of it: Wagtail's own index only knows what is saved as live."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex


def files_used(page: Page, model: type[Model]) -> dict[str, set[int]]:
    """The keys of the rows of `model` that the page in hand refers to, by the field where it does.

    Columns, bodies and the page's inline children count alike.
    """
    kind = ContentType.objects.get_for_model(model).pk
    used: dict[str, set[int]] = {}
    for field, key in _references(page, kind):
        used.setdefault(field, set()).add(key)
    return used


def _references(page: Page, kind: int) -> Iterator[tuple[str, int]]:
    # The public way, `get_references_to`, reads the index of what is live; this is what fills it.
    for to_kind, key, model_path, _content_path in ReferenceIndex._extract_references_from_object(page):
        if to_kind == kind:
            yield model_path.split(".", 1)[0], int(key)
