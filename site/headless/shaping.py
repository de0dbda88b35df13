"""How much of each element is told: the fields, the links turned whole, the sizes of the pictures, the body's form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from headless.field_names import Tree, has, names_of, paths
from headless.images import ASKED_SIZES
from headless.kinds import OneOf, Unknown, Unreadable
from headless.nearest import nearest
from headless.parameters import Parameter

if TYPE_CHECKING:
    from headless.resources import Body, Resource

EVERYTHING = "*"
MOST_NAMES = 60
MOST_SIZES = 6
NO_BODY = "none"


@dataclass(frozen=True)
class Fields:
    """Names of fields between commas, dotted below the first level, or the star for all; read as a tree."""

    known: Tree

    def read(self, text: str, *, at: datetime) -> Tree:
        if text == EVERYTHING:
            return {name: {} for name in self.known}
        asked: Tree = {}
        for path in several(text, most=MOST_NAMES):
            if not has(self.known, path):
                names = list(paths(self.known))
                top = [name for name in names if "." not in name]
                reason = _("«%(path)s» no es un campo de este recurso.") % {"path": path[:60]}
                raise Unknown(reason, allowed=[EVERYTHING, *top], closest=nearest(path, names))
            _add(asked, path.split("."))
        return asked

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^(\*|[\w.-]+(,[\w.-]+)*)$", "maxLength": 2_000}


@dataclass(frozen=True)
class Several:
    """One or more of a few fixed words, commas between them."""

    choices: Sequence[str]
    most: int = MOST_NAMES

    def read(self, text: str, *, at: datetime) -> list[str]:
        one = OneOf(self.choices)
        return [one.read(word, at=at) for word in several(text, most=self.most)]

    def schema(self) -> dict[str, Any]:
        word = "|".join(self.choices)
        return {"type": "string", "pattern": f"^({word})(,({word}))*$"}


def several(text: str, *, most: int) -> list[str]:
    """What stands between the commas, each once. Raises Unreadable when it is more than `most`."""
    words = list(dict.fromkeys(text.split(",")))
    if len(words) > most:
        raise Unreadable(
            _("admite hasta %(most)s valores separados por comas.") % {"most": most}, allowed=[f"1–{most}"]
        )
    return words


def shaping_parameters(resource: "Resource") -> list[Parameter]:
    """What a resource understands of this."""
    fields = _(
        "Solo estos campos, separados por comas; con punto, los de adentro: «title,lead_photo.url». «*», todos. "
        "Sin él, una lista trae lo breve y un elemento, todo."
    )
    sizes = _("Agrega a cada imagen estos recortes, hechos por su punto de interés. Hasta seis, de una lista cerrada.")
    known = names_of(resource.detail)
    parameters = [Parameter(name="fields", kind=Fields(known), doc=fields, example="id,title,url")]
    if resource.expansions:
        whole = _("Enlaces que se quieren completos, como los da el recurso al que llevan.")
        parameters.append(Parameter(name="expand", kind=Several(list(resource.expansions)), doc=whole))
    if any(path.endswith("renditions") for path in paths(known)):
        kind = Several(list(ASKED_SIZES), most=MOST_SIZES)
        parameters.append(Parameter(name="renditions", kind=kind, doc=sizes, example="1080x1350,1200x630"))
    if resource.body:
        parameters.append(body_parameter(resource.body))
    return parameters


def body_parameter(body: "Body") -> Parameter:
    """In which of its forms a body is told, if at all."""
    doc = _("Forma del cuerpo: HTML limpio, bloques con tipo, texto plano o ninguna.")
    return Parameter(name="body", kind=OneOf([*body.forms, NO_BODY]), doc=doc, default=body.default)


def _add(tree: Tree, names: list[str]) -> None:
    """Add a path to what is asked; asking for a whole covers its parts."""
    first, *rest = names
    known = first in tree
    below = tree.setdefault(first, {})
    if not rest:
        below.clear()
    elif not known or below:
        _add(below, rest)
