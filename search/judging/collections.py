"""Judged collections as files of one JSON object a line: documents, questions, and what came out."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

Read = TypeVar("Read")


class Unreadable(Exception):
    """A line of a collection that can't be understood; the message says which and why, in Spanish."""


@dataclass(frozen=True)
class Document:
    """A document of a collection; summary, type and moment if it has them."""

    id: str
    title: str
    body: str
    summary: str = ""
    type: str = ""
    moment: datetime | None = None


@dataclass(frozen=True)
class Judged:
    """A question with the grade of each document that answers it; the rest answer nothing."""

    id: str
    query: str
    kind: str
    grades: Mapping[str, float]


def documents(path: Path) -> list[Document]:
    """The documents of a file; Unreadable names the line that isn't one, or an id told twice."""
    found = list(_lines(path, _document))
    repeated = len(found) - len({each.id for each in found})
    if repeated:
        raise Unreadable(f"{path.name}: hay {repeated} «id» repetidos; cada documento necesita el suyo.")
    return found


def questions(path: Path) -> list[Judged]:
    """The questions of a file; Unreadable names the line that isn't one."""
    return list(_lines(path, _judged))


def _lines(path: Path, read: Callable[[dict[str, Any]], Read]) -> Iterator[Read]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if line.strip():
            try:
                yield read(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as problem:
                raise Unreadable(f"{path.name}, línea {number}: {problem!r}") from problem


def _document(line: dict[str, Any]) -> Document:
    return Document(
        id=str(line["id"]),
        title=str(line.get("title") or ""),
        body=str(line.get("body") or ""),
        summary=str(line.get("summary") or ""),
        type=str(line.get("type") or ""),
        moment=_moment(line.get("date")),
    )


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _judged(line: dict[str, Any]) -> Judged:
    relevant = line.get("relevant") or {}
    grades = relevant if isinstance(relevant, dict) else dict.fromkeys(relevant, 1)
    return Judged(
        id=str(line["id"]),
        query=str(line["query"]),
        kind=str(line.get("kind") or ""),
        grades={str(key): float(grade) for key, grade in grades.items()},
    )
