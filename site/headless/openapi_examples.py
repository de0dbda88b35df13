"""A whole answer for each operation of the document, and what is sent to it: what integrators see before they ask."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from headless.openapi import JSON
from headless.resources import Resource

PORTAL = "https://portal.example.pe"
NEXT = "WyIyMDI2LTExLTIwVDE1OjMwOjAwKzAwOjAwIiw0OV0.VvaaZPyBOa-LGIoga80HosDPbXpYGh0IdttAa9Wawtg"
Example = Callable[[], dict[str, Any]]


def tell_examples(document: dict[str, Any], examples: dict[str, Example]) -> None:
    """Add to each operation what it answers, for instance, and what it takes if anything: `answer` and `body`."""
    for path in document["paths"].values():
        for operation in path.values():
            _tell(operation, examples[operation["operationId"]]())


def element_of(resource: Resource) -> Example:
    """One element, whole."""
    return lambda: {"answer": resource.example()}


def list_of(resource: Resource) -> Example:
    """A page of the resource's list: the same element, as brief as lists tell it."""
    return lambda: {"answer": {"items": [_brief(resource)], "next": NEXT}}


def answering(answer: BaseModel) -> dict[str, Any]:
    """The example of an operation that is only asked."""
    return {"answer": answer.model_dump(mode="json")}


def in_portal(path: str) -> str:
    """The whole address of a path in the portal of the examples."""
    return PORTAL + path


def _brief(resource: Resource) -> dict[str, Any]:
    return {name: value for name, value in resource.example().items() if name in resource.item.model_fields}


def _tell(operation: dict[str, Any], example: dict[str, Any]) -> None:
    operation["responses"][200]["content"][JSON]["example"] = example["answer"]
    if "requestBody" in operation:
        operation["requestBody"]["content"][JSON]["example"] = example["body"]
