"""What each role may do. Rooms register their own permissions here when they open; `seed_roles` applies them."""

from collections import defaultdict
from dataclasses import dataclass, field

from institution.enums import Role


@dataclass
class Grants:
    """What one role holds: model permissions (`app.codename`), and rights on every page and every file."""

    permissions: set[str] = field(default_factory=set)
    page_rights: set[str] = field(default_factory=set)
    file_rights: set[str] = field(default_factory=set)


GRANTS: dict[Role, Grants] = defaultdict(Grants)


def grant(role: Role, *permissions: str) -> None:
    """Give a role model permissions, each written `app_label.codename`."""
    GRANTS[role].permissions.update(permissions)


def grant_on_pages(role: Role, *rights: str) -> None:
    """Give a role rights on every page: `add` (and edit its own), `change`, `publish`, `lock`, `unlock`…"""
    GRANTS[role].page_rights.update(rights)


def grant_on_files(role: Role, *rights: str) -> None:
    """Give a role rights on every image and document: `add`, `change`, `choose`."""
    GRANTS[role].file_rights.update(rights)


def register_of(
    app_label: str, model: str, *, verbs: tuple[str, ...] = ("add", "change", "delete", "view")
) -> list[str]:
    """The permissions over one register, as `app.verb_model`."""
    return [f"{app_label}.{verb}_{model}" for verb in verbs]
