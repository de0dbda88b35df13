"""How OpenAPI tells what `fields` and `expand` make of the elements: some of their parts, and links turned whole."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from django.utils.translation import gettext as _

from headless.openapi import JSON
from headless.resources import Resource, offered_as

Schema = dict[str, Any]


def tell_shapes(document: Schema, resources: Sequence[Resource]) -> None:
    """Add to each list and element of the document the answer that has only some parts, as it is when asked for so."""
    schemas = document["components"]["schemas"]
    for resource in (each for each in resources if list_name(each) in schemas):
        name = _loosened(schemas, resource.detail.__name__)
        _expand(schemas, resource, name)
        items = schemas[list_name(resource)]["properties"]["items"]
        items["items"] = {"anyOf": [items["items"], _ref(name)]}
        _tell_element(document["paths"], resource, name)


def list_name(resource: Resource) -> str:
    """The name of the schema of a resource's list."""
    return f"{resource.name.title().replace('-', '')}List"


def _tell_element(paths: Schema, resource: Resource, name: str) -> None:
    path = next(path for path in paths if path.endswith(f"/{resource.name}/{{key}}"))
    content = paths[path]["get"]["responses"][200]["content"][JSON]
    content["schema"] = {"anyOf": [content["schema"], _ref(name)]}


def _loosened(schemas: Schema, name: str) -> str:
    """The name of the same schema with nothing required, in it or in what it is made of."""
    loose = f"{name}Parts"
    if loose not in schemas:
        schemas[loose] = {}  # what is made of itself finds its name taken
        parts = _without_required(schemas, deepcopy(schemas[name]))
        schemas[loose] = parts | {"title": loose, "description": _("Solo los campos pedidos.")}
    return loose


def _without_required(schemas: Schema, part: Any) -> Any:
    if isinstance(part, list):
        return [_without_required(schemas, each) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _ref(_loosened(schemas, part["$ref"].rsplit("/", 1)[-1]))
    kept = {key: value for key, value in part.items() if key not in ("required", "discriminator")}
    return {"anyOf" if key == "oneOf" else key: _without_required(schemas, value) for key, value in kept.items()}


def _expand(schemas: Schema, resource: Resource, name: str) -> None:
    fields = schemas[name]["properties"]
    for each, link in resource.expansions.items():
        whole = _loosened(schemas, offered_as(link.to).item.__name__)
        fields[each] = _expanded(fields[each], _ref(whole))


def _expanded(link: Schema, whole: Schema) -> Schema:
    if link.get("type") == "array":
        return link | {"items": {"anyOf": [link["items"], whole]}}
    return {"anyOf": [link, whole]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
