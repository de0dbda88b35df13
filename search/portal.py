"""What the portal finds: a page of results, how many by facet, what was corrected, and what may be proposed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from search.analysis.folding import folded
from search.engines.chosen import finder
from search.engines.matches import Ask, Match
from search.engines.tree import completion
from search.facets import counts, meeting
from search.finding import Finder, Understanding
from search.index.objects import kinds_of
from search.index.vocabulary import Vocabulary

MOST_PROPOSED = 8


@dataclass(frozen=True)
class Narrowed:
    """How results are narrowed: facet values by name, and a span of instants, the end excluded."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Found:
    """Results: those of the page asked for, how many in all, by facet under the other choices, what was corrected.

    `reduced` when the database answered because the cluster didn't: people are told so.
    """

    understanding: Understanding
    matches: list[Match]
    total: int
    facets: Mapping[str, Counter[str]]
    reduced: bool = False

    @property
    def keys(self) -> list[int]:
        """The keys of the pages found, in order."""
        return [match.object_id for match in self.matches]

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """What was typed and nobody wrote, with what was looked for as well."""
        return self.understanding.question.corrections


def find(
    typed: str,
    *,
    among: QuerySet,
    at: datetime,
    start: int,
    stop: int,
    narrowed: Narrowed | None = None,
    by_date: bool = False,
    using: Finder | None = None,
) -> Found:
    """The pages of `among` that answer `typed`, from place `start` to before `stop`; nothing when nothing was typed."""
    narrowed = narrowed or Narrowed()
    searching = using or finder()
    understanding = searching.understood(typed)
    if not understanding.question:
        return Found(understanding, [], 0, {})
    ask = _ask(understanding, among, narrowed)
    counted = searching.engine.counted(ask)
    total = meeting(counted, narrowed.chosen)
    if by_date:
        matches = searching.engine.best(ask, start=start, stop=stop, by_date=True)
    else:
        matches = searching.best(understanding, ask, start=start, stop=stop, at=at)
    reduced = getattr(searching.engine, "reduced", False)
    return Found(understanding, matches, total, counts(counted, narrowed.chosen), reduced)


def suggestions(typed: str, *, among: QuerySet, most: int = MOST_PROPOSED) -> list[str]:
    """Titles of `among` that go on as `typed` does, the best first; none for what has no word."""
    tree = completion(typed)
    if tree is None:
        return []
    searching = finder()
    best = searching.engine.best(Ask(tree, kinds=kinds_of(Page), among=among), start=0, stop=most)
    titles = dict(Page.objects.filter(pk__in=[match.object_id for match in best]).values_list("pk", "title"))
    return list(dict.fromkeys(titles[match.object_id] for match in best if match.object_id in titles))


def word_completions(typed: str, *, most: int = MOST_PROPOSED) -> list[str]:
    """Words of what anybody can read that finish the last one being typed, the commonest first."""
    words = typed.split()
    if not words or len(words[-1]) < 2:
        return []
    return [each.text for each in Vocabulary().completions(folded(words[-1]), most=most)]


def _ask(understanding: Understanding, among: QuerySet, narrowed: Narrowed) -> Ask:
    return Ask(
        understanding.tree(),
        kinds=kinds_of(Page),
        among=among,
        chosen=narrowed.chosen,
        since=int(narrowed.since.timestamp()) if narrowed.since else None,
        until=int(narrowed.until.timestamp()) if narrowed.until else None,
    )
