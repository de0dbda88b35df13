"""Two thousand ways in which people miswrite the hundred judged queries, always the same ones.

    python benchmarks/judged/variations.py > var/variations.jsonl             1,000 of each half
    python benchmarks/judged/variations.py tuning > var/variations.jsonl      those of a half alone

Each line is a query as `evaluate_search` reads it, with the grades of the one it miswrites, told in `of`. Kinds:
accents (lost), number (plural for singular and back), ene (n for ñ), capitals, code (without its marks), typo and
typos (two of them).
"""

import json
import re
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
HALVES = "tuning", "untouched"
OF_EACH_HALF = 1000
EVERY_FIFTH = 5
"""One in five of the mistyped has two typos."""

ACCENTS = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")
ROWS = "qwertyuiop", "asdfghjklñ", "zxcvbnm"
SOUNDS = [
    (r"b", "v"),
    (r"v", "b"),
    (r"s", "z"),
    (r"s(?=[eiéí])", "c"),
    (r"c(?=[eiéí])", "s"),
    (r"z", "s"),
    (r"ll", "y"),
    (r"y(?=[aeiou])", "ll"),
    (r"g(?=[eiéí])", "j"),
    (r"j(?=[eiéí])", "g"),
    (r"(?<!c)h", ""),
]


def variations(halves: tuple[str, ...] = HALVES) -> Iterator[dict]:
    for half in halves:
        yield from islice(_of_half(lines(half), _known_words()), OF_EACH_HALF)


def _of_half(queries: list[dict], known: set[str]) -> Iterator[dict]:
    """What happens once to each query, and then typos, a query after another, without end."""
    seen = {query["id"]: {query["query"]} for query in queries}
    for query in queries:
        for kind, text in _once(query["query"], known):
            yield from _new(query, kind, text, seen)
    dice = Random("typos of the judged queries")
    typed = [query for query in queries if _words(query["query"])]
    for number, query in enumerate(cycle(typed), start=1):
        kind, text = "typo", mistype(query["query"], dice)
        if number % EVERY_FIFTH == 0:
            kind, text = "typos", mistype(text, dice, letters=3)
        yield from _new(query, kind, text, seen)


def _new(query: dict, kind: str, text: str, seen: dict[str, set[str]]) -> Iterator[dict]:
    mine = seen[query["id"]]
    if text not in mine:
        name = f"{query['id']}-{len(mine):02}"
        mine.add(text)
        yield {"id": name, "query": text, "kind": kind, "relevant": query["relevant"], "of": query["id"]}


def _once(text: str, known: set[str]) -> Iterator[tuple[str, str]]:
    yield "accents", text.translate(ACCENTS)
    yield "ene", text.replace("ñ", "n").replace("Ñ", "N")
    yield "capitals", text.upper()
    yield "capitals", text.lower()
    yield "code", re.sub(r"(?<=\d)[, ](?=\d)", "", text)
    yield "code", re.sub(r"(?<=[\d.])[,.-]+|-(?=\d)", " ", text).strip()
    for word in filter(str.islower, map(re.Match.group, _words(text))):  # what has a capital is mostly a name
        for other in filter(known.__contains__, other_numbers(word)):
            yield "number", text.replace(word, other, 1)


def other_numbers(word: str) -> list[str]:
    """What may be its plural, or its singular: obra and obras, canales and canal, construcción and construcciones."""
    if word.endswith("s"):
        found = [word[:-1], re.sub("iones$", "ión", word), re.sub("ces$", "z", word), word.removesuffix("es")]
    else:
        found = [
            word + "s",
            re.sub("ión$", "iones", word),
            re.sub("z$", "ces", word),
            re.sub("(?<=[dlnr])$", "es", word),
        ]
    return [other for other in dict.fromkeys(found) if other != word]


def mistype(text: str, dice: Random, *, letters: int = 4) -> str:
    """The text with a slip in a word of so many letters or more, mostly not in the first, where people seldom slip."""
    word = dice.choice(_words(text, letters))
    slips = [slips for slips in _slips(word.group()) if slips]
    return text[: word.start()] + dice.choice(dice.choice(slips)) + text[word.end() :]


def _slips(word: str) -> list[list[str]]:
    """By kind: two letters swapped, one lost, one doubled, the key beside, a letter that sounds alike."""
    inner = range(1, len(word))
    swapped = [f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in inner[:-1]]
    lost = [word[:at] + word[at + 1 :] for at in inner]
    doubled = [word[:at] + word[at] + word[at:] for at in inner]
    beside = [word[:at] + key + word[at + 1 :] for at in inner for key in _keys_beside(word[at])]
    alike = [
        word[: found.start()] + letters + word[found.end() :]
        for sound, letters in SOUNDS
        for found in re.finditer(sound, word, re.IGNORECASE)
    ]
    return [[other for other in kind if other != word] for kind in (swapped, lost, doubled, beside, alike)]


def _keys_beside(letter: str) -> str:
    row = next((row for row in ROWS if letter in row), "")
    at = row.find(letter)
    return row[max(at - 1, 0) : at] + row[at + 1 : at + 2]


def _words(text: str, letters: int = 4) -> list[re.Match[str]]:
    return list(re.finditer(rf"[^\W\d_]{{{letters},}}", text))


def _known_words() -> set[str]:
    """The words of the documents: only what is said there counts as another number of a word."""
    return set(re.findall(r"\w+", (HERE / "documents.jsonl").read_text(encoding="utf-8").lower()))


def lines(name: str) -> list[dict]:
    return rows(HERE / f"{name}.jsonl")


def rows(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    for variation in variations(tuple(sys.argv[1:]) or HALVES):
        print(json.dumps(variation, ensure_ascii=False))
