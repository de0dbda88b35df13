"""What is kept of an object of Wagtail's: its `search_fields`, each in the column that it says."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.utils import get_descendant_models
from wagtail.models import Page

from search.index.entries import Entry
from search.public import public_pages

NAMES = ("title", "name")


def kind_of(model: type[Model]) -> str:
    """The label by which the objects of a model are kept."""
    return model._meta.label_lower


def kinds_of(model: type[Model]) -> list[str]:
    """The labels of a model and of all that are made from it."""
    return [kind_of(each) for each in get_descendant_models(model)]


def entries_of(objects: Sequence[Any], *, at: datetime | None = None) -> list[Entry]:
    """An entry for each object, all of the same model. What anybody may read at `at` (now) gives its words to all."""
    live = [each.pk for each in objects if isinstance(each, Page) and each.live]
    public = _public(live, at or timezone.now()) if live else set()
    return [entry_of(each, is_open=each.pk in public) for each in objects]


def entry_of(each: Any, *, is_open: bool) -> Entry:
    """What is kept of one object. It may say `search_facets()`, pairs, and `search_moment`, when it was published."""
    texts: dict[str, list[str]] = {}
    for column, text in _texts(each, each.get_search_fields()):
        texts.setdefault(column, []).append(text)
    completed = (field for field in each.get_search_fields() if isinstance(field, AutocompleteField))
    return Entry(
        kind=kind_of(type(each)),
        object_id=each.pk,
        texts=texts,
        completed_by=[text for field in completed for text in _flat(field.get_value(each))],
        facets=list(getattr(each, "search_facets", tuple)()),
        moment=getattr(each, "search_moment", None),
        open=is_open,
    )


def column_of(field: SearchField) -> str:
    """The column where a field goes: that of its `column=`, the title for names, the body for the rest."""
    return field.kwargs.get("column") or ("title" if field.field_name in NAMES else "body")


def _texts(each: Any, fields: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for field in fields:
        if isinstance(field, SearchField):
            yield from ((column_of(field), text) for text in _flat(field.get_value(each)))
        elif isinstance(field, RelatedFields):
            yield from (("body", text) for _, text in _related(field.get_value(each), field.fields))


def _related(value: Any, fields: Iterable[Any]) -> Iterator[tuple[str, str]]:
    if value is not None:
        for each in value.all() if hasattr(value, "all") else [value]:
            yield from _texts(each, fields)


def _flat(value: Any) -> Iterator[str]:
    """The texts of a value: itself, each of a list, those of a mapping."""
    if value is None or value == "":
        return
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple | set):
        for each in value:
            yield from _flat(each)
    else:
        yield str(value)


def _public(keys: Sequence[int], at: datetime) -> set[int]:
    return set(public_pages(at).filter(pk__in=keys).values_list("pk", flat=True))
