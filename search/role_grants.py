"""Who keeps what makes people find, and reads what they look for."""

from institution.enums import Role
from institution.permissions import grant, register_of

KEPT = ("synonymgroup", "bestbet")


def register() -> None:
    """Put this room's grants on the table."""
    for model in KEPT:
        grant(Role.WRITING, *register_of("portal_search", model, verbs=("add", "change", "view")))
        for role in (Role.HEAD, Role.ADMINISTRATION):
            grant(role, *register_of("portal_search", model))
    for role in (Role.WRITING, Role.HEAD, Role.ADMINISTRATION):
        grant(role, "portal_search.view_searchuse")
