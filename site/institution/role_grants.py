"""What each role may do with the institution's own registers."""

from institution.enums import Role
from institution.permissions import grant, grant_on_files, grant_on_pages, register_of

BACKEND = "wagtailadmin.access_admin"
KEPT_BY_HEAD = ("yearname", "restrictionperiod", "termofgovernment")
KEPT_BY_ADMINISTRATION = (*KEPT_BY_HEAD, "organicunit", "district", "documentseries")


def register() -> None:
    """Put this room's grants on the table."""
    for role in Role:
        grant(role, BACKEND)
    _files_and_pages()
    for model in KEPT_BY_HEAD:
        grant(Role.HEAD, *register_of("institution", model))
    for model in KEPT_BY_ADMINISTRATION:
        grant(Role.ADMINISTRATION, *register_of("institution", model))
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, "institution.change_institutionsettings", "institution.view_issuednumber")
        grant(role, "institution.void_issuednumber")
    grant(Role.ADMINISTRATION, *register_of("institution", "user"), *register_of("auth", "group"))


def _files_and_pages() -> None:
    grant_on_pages(Role.WRITING, "add")
    grant_on_pages(Role.HEAD, "add", "change", "publish", "lock", "unlock")
    grant_on_pages(Role.ADMINISTRATION, "add", "change", "publish", "lock", "unlock", "bulk_delete")
    grant_on_files(Role.WRITING, "add", "choose")
    grant_on_files(Role.PRESS, "choose")
    grant_on_files(Role.PROTOCOL, "choose")
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant_on_files(role, "add", "change", "choose")
