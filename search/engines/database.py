"""The embedded engine as a backend of Wagtail's search: `Page.objects.search()`, the admin and the portal use it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone
from modelsearch.backends.base import BaseIndex, BaseSearchBackend, BaseSearchQueryCompiler, BaseSearchResults
from modelsearch.utils import get_descendant_models

from search.engines.chosen import finder
from search.engines.matches import Ask
from search.engines.queries import Wanted, completed, wanted
from search.engines.tree import Tree
from search.finding import Finder
from search.index.keeping import forget, keep
from search.index.objects import column_of, entries_of, kind_of, kinds_of
from search.models.index import IndexedDocument

ALL = 1_000_000


class Index(BaseIndex):
    """The rows of every model, in one table."""

    def reset(self) -> None:
        for kind in IndexedDocument.objects.values_list("kind", flat=True).distinct():
            keys = IndexedDocument.objects.filter(kind=kind).values_list("object_id", flat=True)
            forget(kind, list(keys))

    def add_items(self, model: Any, items: Sequence[Any]) -> None:
        if items:
            keep(entries_of(items))

    def delete_item(self, item: Any) -> None:
        forget(kind_of(type(item)), [item.pk])


class Rebuilder:
    """Empties nothing: what is there is written over, so that it is found all the while."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def start(self) -> Index:
        return self.index

    def finish(self) -> None:
        pass


class Compiler(BaseSearchQueryCompiler):
    """A search over a queryset, whose own filters are asked as they are: any of them may be used."""

    def check(self) -> None:
        """Nothing to check: no filter needs to be in the index."""

    @cached_property
    def finder(self) -> Finder:
        return finder()

    @cached_property
    def wanted(self) -> Wanted:
        return wanted(self.query, self.finder)

    def ask(self, tree: Tree, among: QuerySet | None) -> Ask:
        return Ask(tree, kinds=kinds_of(self.queryset.model), among=among, columns=self._columns)

    @property
    def _columns(self) -> list[str]:
        named = self.fields or ()
        models = get_descendant_models(self.queryset.model)
        fields = (field for model in models for field in model.get_searchable_search_fields())
        return sorted({column_of(field) for field in fields if field.field_name in named})


class Autocomplete(Compiler):
    """A search while it is being typed."""

    @cached_property
    def wanted(self) -> Wanted:
        return completed(self.query)


class Results(BaseSearchResults):
    """What was found, in the order of the best answer or in the queryset's own."""

    query_compiler: Compiler
    supports_facet = True

    def get_queryset(self) -> QuerySet:
        """The queryset with only what matches, in its own order."""
        compiler, queryset = self.query_compiler, self.query_compiler.queryset
        if compiler.wanted.everything:
            return queryset
        if (tree := compiler.wanted.tree) is None:
            return queryset.none()
        keys = compiler.finder.engine.keys(compiler.ask(tree, None))
        return queryset.exclude(pk__in=keys) if compiler.wanted.negated else queryset.filter(pk__in=keys)

    def facet(self, field_name: str) -> dict[Any, int]:
        counted = self.get_queryset().order_by().values(field_name).annotate(count=Count("pk")).order_by("-count")
        return {row[field_name]: row["count"] for row in counted}

    def _do_count(self) -> int:
        if (ask := self._ask()) is None:
            return self._window(self.get_queryset()).count()
        return self._within(sum(self.query_compiler.finder.engine.counted(ask).values()))

    def _do_search(self) -> list[Any]:
        if (ask := self._ask()) is not None:
            return self._best(ask)
        found = self.get_queryset()
        return list(self._window(found if found.query.order_by else found.order_by("-pk")))

    def _best(self, ask: Ask) -> list[Any]:
        compiler, understanding = self.query_compiler, self.query_compiler.wanted.understanding
        stop = ALL if self.stop is None else self.stop
        best = compiler.finder.best(understanding, ask, start=self.start, stop=stop, at=timezone.now())
        rows = compiler.queryset.order_by().in_bulk([match.object_id for match in best])
        found = [match for match in best if match.object_id in rows]
        if self._score_field:
            for match in found:
                setattr(rows[match.object_id], self._score_field, match.score)
        return [rows[match.object_id] for match in found]

    def _ask(self) -> Ask | None:
        """What to ask the engine where it is to put in order; None where the queryset keeps its own."""
        wanted = self.query_compiler.wanted
        if not self.query_compiler.order_by_relevance or wanted.tree is None or wanted.negated:
            return None
        return self.query_compiler.ask(wanted.tree, self.query_compiler.queryset)

    def _window(self, queryset: QuerySet) -> QuerySet:
        return queryset[self.start : self.stop]

    def _within(self, total: int) -> int:
        return max(min(total, ALL if self.stop is None else self.stop) - self.start, 0)


class SearchBackend(BaseSearchBackend):
    """The backend that `WAGTAILSEARCH_BACKENDS` names."""

    query_compiler_class = Compiler
    autocomplete_query_compiler_class = Autocomplete
    index_class = Index
    results_class = Results
    rebuilder_class = Rebuilder
