"""The queries of Wagtail's search language, as trees: words, phrases, and, or, not."""

from dataclasses import dataclass

from modelsearch import query as language

from search.analysis.chain import terms
from search.engines.tree import AllOf, AnyOf, Sequence, Tree, Without, completion
from search.finding import Finder, Understanding

NOTHING = Understanding.nothing()


@dataclass(frozen=True)
class Wanted:
    """What a query wants: a tree (nothing, without one), its complement, or everything; and what was understood."""

    tree: Tree | None = None
    negated: bool = False
    everything: bool = False
    understanding: Understanding = NOTHING


def wanted(query: language.SearchQuery, finder: Finder) -> Wanted:
    """What a query of the language wants. A plain text wants each of its words, unless it says «or»."""
    if isinstance(query, language.MatchAll):
        return Wanted(everything=True)
    if isinstance(query, language.Not):
        return Wanted(tree=_tree(query.subquery, finder), negated=True)
    if isinstance(query, language.PlainText):
        understanding = finder.understood(query.query_string)
        every = query.operator.lower() == "and"
        return Wanted(understanding.tree(every=every) if understanding.question else None, understanding=understanding)
    return Wanted(_tree(query, finder))


def completed(query: language.SearchQuery) -> Wanted:
    """What a text that is being typed wants."""
    if isinstance(query, language.MatchAll):
        return Wanted(everything=True)
    return Wanted(completion(query.query_string)) if isinstance(query, language.PlainText) else Wanted()


def _tree(query: language.SearchQuery, finder: Finder) -> Tree | None:
    match query:
        case language.PlainText():
            return wanted(query, finder).tree
        case language.Phrase():
            found = tuple(terms(query.query_string))
            return Sequence(found) if found else None
        case language.Fuzzy():
            return wanted(language.PlainText(query.query_string, operator=query.operator), finder).tree
        case language.Boost():
            return _tree(query.subquery, finder)
        case language.Or():
            parts = tuple(tree for part in query.subqueries if (tree := _tree(part, finder)))
            return AnyOf(parts) if parts else None
        case language.And():
            return _and(query, finder)
    return None


def _and(query: language.And, finder: Finder) -> Tree | None:
    kept = [part for part in query.subqueries if not isinstance(part, language.Not | language.MatchAll)]
    gone = [part.subquery for part in query.subqueries if isinstance(part, language.Not)]
    parts = tuple(tree for part in kept if (tree := _tree(part, finder)))
    unwanted = tuple(tree for part in gone if (tree := _tree(part, finder)))
    if not parts:
        return None
    return Without(AllOf(parts), AnyOf(unwanted)) if unwanted else AllOf(parts)
