"""Elements as they were asked for: which fields, which links turned whole, which sizes of each picture."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from headless.edition import Edition
from headless.field_names import Tree, names_of
from headless.images import picture_sizes
from headless.questions import Question
from headless.resources import Expansion, Resource, offered_as
from headless.shaping import NO_BODY
from headless.texts import BODY, ITEM, WHOLE, compact, texts_of, whole_with, with_body
from institution.models import InstitutionImage

Element = dict[str, Any]


def tell_brief(resource: Resource, keys: Sequence[int], question: Question, edition: Edition) -> list[str]:
    """The elements of a list as JSON, in the order of the keys: brief unless fields or expansions ask for more."""
    return _tell(resource, keys, question, edition, usual=names_of(resource.item))


def tell_whole(resource: Resource, key: int, question: Question, edition: Edition) -> str | None:
    """One element as JSON: all of it unless fields ask for less; None when it has just left."""
    told = _tell(resource, [key], question, edition, usual=names_of(resource.detail))
    return told[0] if told else None


def _tell(resource: Resource, keys: Sequence[int], question: Question, edition: Edition, *, usual: Tree) -> list[str]:
    asked = question.values
    fields = dict(asked["fields"] or {name: {} for name in usual})
    for name in asked.get("expand") or ():
        fields.setdefault(name, {})
    held = _held(resource, fields)
    texts = _texts(resource, keys, held, question, edition)
    if held == fields and not (asked.get("expand") or asked.get("renditions")):
        return [question.addressed(text) for text in texts]
    elements = [json.loads(text) for text in texts]
    for name in asked.get("expand") or ():
        _expand(elements, name, resource.expansions[name], question, edition)
    _add_sizes(elements, asked.get("renditions") or (), question.widely)
    return [question.addressed(compact(_pruned(element, fields))) for element in elements]


def _held(resource: Resource, fields: Tree) -> Tree:
    """The fields, whole, of the shortest texts that hold all of those."""
    brief, all_of_it = names_of(resource.item), names_of(resource.detail)
    names = brief if fields.keys() <= brief.keys() else all_of_it
    return {name: {} for name in names if name != BODY or BODY in fields}


def _texts(resource: Resource, keys: Sequence[int], fields: Tree, question: Question, edition: Edition) -> list[str]:
    """The texts that hold those fields."""
    told = texts_of(resource, keys, _form(resource, fields, question), question, edition)
    if BODY in fields and question.values["body"] == NO_BODY:
        told = {key: with_body(text, "null") for key, text in told.items()}
    return [told[key] for key in keys if key in told]


def _form(resource: Resource, fields: Tree, question: Question) -> str:
    if fields.keys() == names_of(resource.item).keys():
        return ITEM
    return whole_with(question.values["body"]) if BODY in fields else WHOLE


def _pruned(value: Any, fields: Tree) -> Any:
    """What was asked of a value; all of it where nothing narrower was."""
    if not fields or value is None:
        return value
    if isinstance(value, list):
        return [_pruned(each, fields) for each in value]
    if isinstance(value, dict):
        return {name: _pruned(value[name], below) for name, below in fields.items() if name in value}
    return value


def _expand(elements: list[Element], name: str, link: Expansion, question: Question, edition: Edition) -> None:
    """Put whole elements of the other resource where links to them stand; what is not public stays a link."""
    target = offered_as(link.to)
    wanted = {each[link.by] for element in elements for each in _links(element.get(name))}
    rows = target.rows(question).filter(**{f"{link.column}__in": wanted}).values_list(link.column, "pk")
    by_link = dict(rows)
    plainly = replace(question, values=target.unasked)
    texts = texts_of(target, list(by_link.values()), ITEM, plainly, edition)
    whole = {link_key: json.loads(texts[key]) for link_key, key in by_link.items() if key in texts}
    for element in elements:
        value = element.get(name)
        if isinstance(value, list):
            element[name] = [whole.get(each[link.by], each) for each in value]
        elif value:
            element[name] = whole.get(value[link.by], value)


def _links(value: Element | list[Element] | None) -> list[Element]:
    return value if isinstance(value, list) else [value] if value else []


def _add_sizes(elements: list[Element], names: Sequence[str], question: Question) -> None:
    """Add cuts to every picture, wherever it stands, in two queries."""
    pictures = [each for element in elements for each in _pictures(element)] if names else []
    found = InstitutionImage.objects.prefetch_related("renditions").in_bulk([each["id"] for each in pictures])
    for each in pictures:
        if image := found.get(each["id"]):
            sizes = picture_sizes(image, question.absolute, names)
            each["renditions"] |= {name: size.model_dump() for name, size in sizes.items()}


def _pictures(value: Any) -> Iterator[Element]:
    if isinstance(value, dict):
        if isinstance(value.get("renditions"), dict) and "id" in value:
            yield value
        for each in value.values():
            yield from _pictures(each)
    elif isinstance(value, list):
        for each in value:
            yield from _pictures(each)
