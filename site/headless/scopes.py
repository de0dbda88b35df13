"""What a key may be allowed, beyond what anybody may: each room offers the scopes that its resources ask for."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

READ_EMBARGOED = "read:embargoed"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """A permission of a key. `name` is what programs see; `title` and `doc` are for who gives it, in Spanish."""

    name: str
    title: str | Promise
    doc: str | Promise


_offered: dict[str, Scope] = {}


def offer_scope(*, name: str, title: str | Promise, doc: str | Promise) -> str:
    """Add a scope that keys may be given; its name. Called once when a room opens; ValueError when it is taken."""
    if name in _offered:
        raise ValueError(f"The API already offers the scope {name!r}")
    _offered[name] = Scope(name=name, title=title, doc=doc)
    return name


def offered_scopes() -> list[Scope]:
    """Every scope, in the order of the rooms."""
    return list(_offered.values())


def register() -> None:
    """Offer what the frame itself asks for."""
    offer_scope(
        name=READ_EMBARGOED,
        title=_("Leer lo que tiene embargo"),
        doc=_("Lo ya aprobado que todavía no es público, para quien debe prepararlo sin difundirlo antes de su hora."),
    )
