"""How much a word tells: the rarer, the more (Robertson & Spärck Jones 1976, as BM25 has it)."""

from collections.abc import Iterable
from math import log

from search.index.vocabulary import Vocabulary
from search.models.index import IndexedDocument


def rarity(documents: int, *, of: int) -> float:
    """ln(1 + (N − n + ½) / (n + ½)) for a word that `documents` of `of` have; never negative."""
    return log(1 + (max(of - documents, 0) + 0.5) / (documents + 0.5))


def rarities(terms: Iterable[str], *, using: str) -> dict[str, float]:
    """The rarity of each term among what anybody can read; one that nobody wrote counts as in one document."""
    asked = set(terms)
    total = IndexedDocument.objects.using(using).filter(open=True).count()
    found = Vocabulary(using).frequencies(asked)
    return {term: rarity(found.get(term) or 1, of=max(total, 1)) for term in asked}
