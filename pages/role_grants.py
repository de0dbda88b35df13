"""What each role may do with what is published."""

from institution.enums import Role
from institution.permissions import grant, register_of


def register() -> None:
    """Put this room's grants on the table."""
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, *register_of("pages", "topic"), "pages.change_portalmenus")
        grant(role, *register_of("pages", "contactmessage", verbs=("change", "delete", "view")))
        grant(role, *register_of("pages", "importrun", verbs=("view",)))
        grant(role, *register_of("pages", "previewlink"))
    grant(Role.WRITING, *register_of("pages", "importrun", verbs=("view",)))
