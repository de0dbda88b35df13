"""The three rankers whose best answers are pooled for judging, each of another make.

They share nothing with the project's search: judges must not look through the glass that they judge.
"""

import csv
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import log, sqrt
from pathlib import Path

import snowballstemmer

SYNONYMS = Path(__file__).parent / "synonyms.csv"
TITLE_WEIGHT = 4.0
STEM = snowballstemmer.stemmer("spanish").stemWord

Ranker = Callable[[str], list[str]]


def fold(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


STOP_WORDS = set(
    words(
        "a al como con cual cuando cuanto de del donde el en es esta este ha hay la las le lo los me mi o para por "
        "que se si son su sus un una y yo"
    )
)


def asked(query: str) -> list[str]:
    """The words of a query that say something; all of them when none does."""
    found = words(query)
    return [word for word in found if word not in STOP_WORDS] or found


class Index:
    """A table of FTS5 in memory with the title apart from the rest, each word written by `form`."""

    def __init__(self, documents: Iterable[dict], form: Callable[[str], str]) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE VIRTUAL TABLE word USING fts5(id UNINDEXED, title, rest)")
        for found in documents:
            parts = found["title"], f"{found['summary']} {found['body']}"
            written = [" ".join(map(form, words(part))) for part in parts]
            self.base.execute("INSERT INTO word VALUES (?, ?, ?)", (found["id"], *written))

    def search(self, match: str) -> list[str]:
        order = f"bm25(word, 0, {TITLE_WEIGHT}, 1)"
        found = self.base.execute(f"SELECT id FROM word WHERE word MATCH ? ORDER BY {order}, id", (match,))
        return [row[0] for row in found]


def stemmed(documents: list[dict]) -> Ranker:
    """Any of the words, stemmed: what finds most and orders a remembered title worst."""
    index = Index(documents, STEM)
    return lambda query: index.search(" OR ".join(f'"{STEM(word)}"' for word in asked(query)))


def all_terms(documents: list[dict]) -> Ranker:
    """All the words as written, or their synonyms; then any of them."""
    index = Index(documents, str)
    same = synonyms()

    def rank(query: str) -> list[str]:
        terms = [" OR ".join(f'"{other}"' for other in sorted({word} | same[word])) for word in asked(query)]
        both = " AND ".join(f"({term})" for term in terms), " OR ".join(terms)
        return list(dict.fromkeys(key for match in both for key in index.search(match)))

    return rank


def synonyms() -> dict[str, set[str]]:
    """Each word alone with what is said for it: what has several words is a phrase, and only answers."""
    same: dict[str, set[str]] = defaultdict(set)
    with SYNONYMS.open(encoding="utf-8", newline="") as rows:
        for group in csv.reader(rows):
            written = {" ".join(words(term)) for term in group}
            for term in written:
                same[term] |= written
    return same


def trigrams(documents: list[dict]) -> Ranker:
    """Cosine of the groups of three letters, the title told twice: what forgives a typo."""
    texts = {found["id"]: " ".join([found["title"]] * 2 + [found["summary"], found["body"]]) for found in documents}
    counts = {key: groups(text) for key, text in texts.items()}
    known = Counter(group for found in counts.values() for group in found)
    rarity = {group: log(len(counts) / seen) for group, seen in known.items()}
    vectors = {key: vector(found, rarity) for key, found in counts.items()}

    def rank(query: str) -> list[str]:
        mine = vector(groups(" ".join(asked(query))), rarity)
        near = {key: sum(mine[group] * other.get(group, 0) for group in mine) for key, other in vectors.items()}
        return sorted((key for key in near if near[key]), key=lambda key: (-near[key], key))

    return rank


def groups(text: str) -> Counter[str]:
    return Counter(f" {word} "[at : at + 3] for word in words(text) for at in range(len(word)))


def vector(found: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    weights = {group: (1 + log(seen)) * rarity.get(group, 0) for group, seen in found.items()}
    length = sqrt(sum(weight**2 for weight in weights.values())) or 1
    return {group: weight / length for group, weight in weights.items()}


RANKERS = {"stemmed": stemmed, "all terms": all_terms, "trigrams": trigrams}
