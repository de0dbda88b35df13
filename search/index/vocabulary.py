"""The words of what anybody can read, counted by document: how rare a word is, and what a slip may have meant."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connections
from django.db.models import Q

from search.analysis.folding import without_enye
from search.analysis.spelling import Spelling, alike_in_length, nearest, sound, spelling
from search.analysis.stemming import stem
from search.models.index import IndexedWord

TABLE = IndexedWord._meta.db_table
UPSERT = f"""
    INSERT INTO {TABLE} (text, folded, bare, stem, sound, documents) VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (text) DO UPDATE SET documents = {TABLE}.documents + excluded.documents
"""
READ = ("text", "folded", "stem", "sound", "documents")
LONGEST = 60


class Vocabulary:
    """The words kept in the database `using`."""

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def change(self, counts: Mapping[str, int]) -> None:
        """Add so many documents to each word, or take them away; in the words' order, so that no two writers cross."""
        gone = sorted(text for text, count in counts.items() if count < 0)
        come = sorted(text for text, count in counts.items() if count > 0)
        with connections[self.using].cursor() as cursor:
            if come:
                cursor.executemany(UPSERT, [_row(text, counts[text]) for text in come])
            if gone:
                statement = f"UPDATE {TABLE} SET documents = documents + %s WHERE text = %s AND documents >= %s"
                cursor.executemany(statement, [(counts[text], text, -counts[text]) for text in gone])

    def near(self, words: Iterable[str]) -> dict[str, list[Spelling]]:
        """For each folded word, those written alike but for accents and ñ, and those with the same stem."""
        asked = {word: (without_enye(word), stem(word)) for word in words}
        rows = self._read(Q(bare__in={bare for bare, _ in asked.values()}) | Q(stem__in={s for _, s in asked.values()}))
        return {
            word: [row for row in rows if without_enye(row.folded) == bare or row.stem == its_stem]
            for word, (bare, its_stem) in asked.items()
        }

    def frequencies(self, stems: Iterable[str]) -> dict[str, int]:
        """In how many documents each stem is: at least those of its commonest form."""
        counts: Counter[str] = Counter()
        for found, documents in self._kept.filter(stem__in=set(stems)).values_list("stem", "documents"):
            counts[found] = max(counts[found], documents)
        return counts

    def completions(self, beginning: str, *, most: int) -> list[Spelling]:
        """The commonest words that begin as `beginning` (folded), the accents and ñ of which may be missing."""
        start = without_enye(beginning)
        found = self._kept.filter(bare__gte=start, bare__lt=start + "\U0010ffff").order_by("-documents", "text")
        return [Spelling(*row) for row in found.values_list(*READ)[:most]]

    def corrections(self, word: str, *, also: Iterable[Spelling] = ()) -> list[Spelling]:
        """What an unknown folded word may be a slip of, `also` words known elsewhere; the likeliest first.

        Those that begin with the same sound are looked at before the rest.
        """
        beginning = sound(word)[:1]
        others = [other for other in also if alike_in_length(word, other)]
        return nearest(word, [*self._like(word, beginning), *others]) or nearest(word, self._like(word, ""))

    def _like(self, word: str, beginning: str) -> list[Spelling]:
        begin = Q(sound__gte=beginning, sound__lt=beginning + "\U0010ffff") if beginning else Q()
        return [row for row in self._read(begin) if row.folded.isalpha() and alike_in_length(word, row)]

    @property
    def _kept(self):
        return IndexedWord.objects.using(self.using).filter(documents__gt=0)

    def _read(self, condition: Q) -> list[Spelling]:
        return [Spelling(*row) for row in self._kept.filter(condition).values_list(*READ)]


def _row(text: str, count: int) -> tuple[str | int, ...]:
    word = spelling(text, count)
    kept = (word.text, word.folded, without_enye(word.folded), word.stem, word.sound)
    return (*(each[:LONGEST] for each in kept), word.documents)
