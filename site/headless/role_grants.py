"""Who keeps what integrators are given."""

from institution.enums import Role
from institution.permissions import grant, register_of

KEEPERS = (Role.HEAD, Role.ADMINISTRATION)


def register() -> None:
    """Put this room's grants on the table."""
    for role in KEEPERS:
        grant(role, *register_of("headless", "accesstoken", verbs=("add", "change", "view")))
        grant(role, *register_of("headless", "webhooksubscription"))
        grant(role, "headless.view_webhookdelivery", "headless.redeliver_webhookdelivery")
