"""Analysing everything anew: each document is found as it was until it is written over, and nothing is emptied first.

What is begun again after a failure or a crash goes on from where it was.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from modelsearch.index import get_indexed_models

from search.index.keeping import forget, keep
from search.index.objects import entries_of, kind_of
from search.models.index import IndexedDocument
from search.models.rebuild import Rebuild

ANALYSED_AT_ONCE = 50

Progress = Callable[[int, int], None]


def analyse_all(*, at: datetime, progress: Progress, restart: bool = False) -> None:
    """Write all that is searched anew, and forget what is there no more; tells how many of how many are done."""
    if restart:
        Rebuild.objects.all().delete()
    place = Rebuild.objects.first() or Rebuild.objects.create(begun_at=at)
    models = sorted(get_indexed_models(), key=kind_of)
    total = sum(model.get_indexed_objects().count() for model in models)
    done = _done(models, place)
    progress(done, total)
    for model in models:
        if kind_of(model) >= place.kind:
            done = _analyse(model, place, done, total, progress)
    forget_the_gone(models)
    Rebuild.objects.all().delete()


def forget_the_gone(models: Sequence[Any]) -> None:
    """Take out of the index what has no object any more, or is of no kind that is searched."""
    there = {kind_of(model): model.get_indexed_objects().order_by().values("pk") for model in models}
    for kind in IndexedDocument.objects.order_by().values_list("kind", flat=True).distinct():
        gone = IndexedDocument.objects.filter(kind=kind)
        if kind in there:
            gone = gone.exclude(object_id__in=there[kind])
        forget(kind, list(gone.values_list("object_id", flat=True)))


def _done(models: Sequence[Any], place: Rebuild) -> int:
    before = sum(model.get_indexed_objects().count() for model in models if kind_of(model) < place.kind)
    return before + sum(_up_to(model, place) for model in models if kind_of(model) == place.kind)


def _up_to(model: Any, place: Rebuild) -> int:
    return model.get_indexed_objects().filter(pk__lte=place.through).count()


def _analyse(model: Any, place: Rebuild, done: int, total: int, progress: Progress) -> int:
    through = place.through if kind_of(model) == place.kind else 0
    while batch := list(model.get_indexed_objects().filter(pk__gt=through).order_by("pk")[:ANALYSED_AT_ONCE]):
        through = batch[-1].pk
        with transaction.atomic():
            keep(entries_of(batch))
            Rebuild.objects.filter(pk=place.pk).update(kind=kind_of(model), through=through)
        done += len(batch)
        progress(done, max(done, total))
    return done
