"""Putting entries in the index and taking them out, in the transaction of whoever asks."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.dispatch import Signal

from search.index.entries import Entry, columns
from search.index.vocabulary import Vocabulary
from search.models.index import COLUMNS, IndexedDocument

# Sent in the transaction that changed what is kept, with the database that has it.
index_changed = Signal()
WRITTEN = [*COLUMNS, "prefixes", "facets", "moment", "excerpt", "words", "open"]
BATCH = 200


def keep(entries: Iterable[Entry], *, using: str = "default") -> int:
    """Write the entries, new or changed; how many they were."""
    rows = [IndexedDocument(kind=each.kind, object_id=each.object_id, **columns(each)) for each in entries]
    if not rows:
        return 0
    with transaction.atomic(using=using):
        before = _words_of(_rows_like(rows, using))
        IndexedDocument.objects.using(using).bulk_create(
            rows,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=WRITTEN,
        )
        _recount(before, _words_of((row.words, row.open) for row in rows), using)
        index_changed.send(sender=None, using=using)
    return len(rows)


def forget(kind: str, object_ids: Sequence[int], *, using: str = "default") -> None:
    """Take out of the index what is there of that kind with those keys."""
    with transaction.atomic(using=using):
        rows = IndexedDocument.objects.using(using).filter(kind=kind, object_id__in=object_ids)
        _recount(_words_of(rows.values_list("words", "open")), Counter(), using)
        rows._raw_delete(using)
        index_changed.send(sender=None, using=using)


def set_open(rows: Iterable[IndexedDocument], value: bool, *, using: str = "default") -> None:
    """Count in the vocabulary the words of rows that anybody may now read, or no longer."""
    chosen = [row for row in rows if row.open is not value]
    said = _words_of((row.words, True) for row in chosen)
    with transaction.atomic(using=using):
        IndexedDocument.objects.using(using).filter(pk__in=[row.pk for row in chosen]).update(open=value)
        _recount(*((Counter(), said) if value else (said, Counter())), using)


def _rows_like(rows: Sequence[IndexedDocument], using: str) -> Iterable[tuple[str, bool]]:
    for kind in sorted({row.kind for row in rows}):
        keys = [row.object_id for row in rows if row.kind == kind]
        kept = IndexedDocument.objects.using(using).filter(kind=kind, object_id__in=keys)
        yield from kept.values_list("words", "open")


def _words_of(rows: Iterable[tuple[str, bool]]) -> Counter[str]:
    """In how many of the open rows each word is."""
    return Counter(word for words, is_open in rows if is_open for word in words.split())


def _recount(before: Counter[str], after: Counter[str], using: str) -> None:
    changed = {word: after[word] - before[word] for word in before.keys() | after.keys() if after[word] != before[word]}
    if changed:
        Vocabulary(using).change(changed)
