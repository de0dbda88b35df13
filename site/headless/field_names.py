"""The names of what an answer may tell, dots between one level and the next, read from its model."""

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Tree = dict[str, "Tree"]
ANY_NAME = "*"


@cache
def names_of(model: type[BaseModel]) -> Tree:
    """The fields of a model by name, each with those below it; none below what is not made of fields."""
    return {name: _below(field.annotation) for name, field in model.model_fields.items()}


def has(tree: Tree, path: str) -> bool:
    """Whether a dotted path names something."""
    for name in path.split("."):
        if name not in tree and ANY_NAME not in tree:
            return False
        tree = tree.get(name, tree.get(ANY_NAME, {}))
    return bool(path)


def paths(tree: Tree, *, before: str = "") -> Iterator[str]:
    """Every dotted path, in order."""
    for name, below in tree.items():
        if name != ANY_NAME:
            yield before + name
            yield from paths(below, before=f"{before}{name}.")


def _below(annotation: Any) -> Tree:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return names_of(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is dict:
        return {ANY_NAME: _below(inner[1])}
    if origin in (list, Union, types.UnionType, Annotated):
        return {name: below for each in inner for name, below in _below(each).items()}
    return {}
