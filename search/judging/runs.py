"""Asking every question of a collection, and what the answers are worth by kind of question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from search.engines.matches import Ask
from search.finding import Finder
from search.index.entries import Entry
from search.index.keeping import keep
from search.judging.collections import Document, Judged
from search.rules.metrics import mean, ndcg, recall, reciprocal_rank, zero_rate

KIND = "judged.document"
BATCH = 500
# The type of a document of a collection, as the portal has it and as people call it; others go by their own name.
TYPES = {
    "news": ("news", "noticia, nota de prensa"),
    "work": ("works", "obra pública"),
    "event": ("events", "evento"),
    "campaign": ("campaigns", "campaña"),
    "material": ("materials", "material"),
    "guidance": ("guidance", "orientación"),
    "alert": ("alerts", "aviso"),
    "page": ("pages", "página"),
}
# How many are written of each answer.
WRITTEN = 100


@dataclass(frozen=True)
class Worth:
    """What some questions were answered like: how many, and four figures from 0 to 1 (the last, better the less)."""

    questions: int
    ndcg: float
    reciprocal_rank: float
    recall: float
    zero: float


def index(documents: Sequence[Document], *, using: str) -> None:
    """Put the documents in the index; the key of each is its place in the sequence."""
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        keep((_entry(key, each) for key, each in enumerate(batch, start=start)), using=using)


def run(
    finder: Finder, documents: Sequence[Document], questions: Iterable[Judged], *, at: datetime
) -> dict[str, list[str]]:
    """The ids found for each question by its id, the best first, at most a hundred."""
    return {each.id: [documents[key].id for key in answer(finder, each.query, at=at)] for each in questions}


def answer(finder: Finder, query: str, *, at: datetime) -> list[int]:
    """The keys of what a query finds, the best first."""
    understanding = finder.understood(query)
    if not understanding.question:
        return []
    ask = Ask(understanding.tree(), kinds=[KIND])
    return [match.object_id for match in finder.best(understanding, ask, start=0, stop=WRITTEN, at=at)]


def worth_by_kind(questions: Sequence[Judged], ranked: Mapping[str, Sequence[str]]) -> dict[str, Worth]:
    """What the answers are worth, by kind of question, and of all of them under a blank kind."""
    kinds = sorted({each.kind for each in questions} - {""})
    chosen = {kind: [each for each in questions if each.kind == kind] for kind in kinds}
    return {kind: _worth(each, ranked) for kind, each in (chosen | {"": list(questions)}).items()}


def _worth(questions: Sequence[Judged], ranked: Mapping[str, Sequence[str]]) -> Worth:
    answers = [(each.grades, list(ranked[each.id])) for each in questions]
    relevant = [({key for key, grade in grades.items() if grade > 0}, found) for grades, found in answers]
    return Worth(
        questions=len(questions),
        ndcg=mean(ndcg(found, grades) for grades, found in answers),
        reciprocal_rank=mean(reciprocal_rank(found, good) for good, found in relevant),
        recall=mean(recall(found, good) for good, found in relevant),
        zero=zero_rate([found for _, found in answers]),
    )


def _entry(key: int, document: Document) -> Entry:
    kind, called = TYPES.get(document.type, (document.type.replace(" ", "-"), document.type))
    return Entry(
        kind=KIND,
        object_id=key,
        texts={
            "title": [document.title],
            "summary": [document.summary],
            "tags": [called],
            "body": [document.body],
        },
        completed_by=[document.title],
        facets=[("type", kind)] if kind else (),
        moment=document.moment,
        open=True,
    )
