"""What each role may do with the institution's own registers, the pages and the files."""

from institution.enums import Role
from institution.permissions import grant, grant_on_files, grant_on_pages, register_of

BACKEND = "wagtailadmin.access_admin"
KEPT_BY_HEAD = ("yearname", "restrictionperiod", "termofgovernment")
KEPT_BY_ADMINISTRATION = (*KEPT_BY_HEAD, "organicunit", "district", "documentseries", "user")
WAGTAIL_KEPT_BY_ADMINISTRATION = (
    ("auth", "group"),
    ("wagtailcore", "workflow"),
    ("wagtailcore", "task"),
    ("wagtailcore", "site"),
    ("wagtailredirects", "redirect"),
)


def register() -> None:
    """Put this room's grants on the table."""
    for role in Role:
        grant(role, BACKEND)
    _pages()
    _files()
    for model in KEPT_BY_HEAD:
        grant(Role.HEAD, *register_of("institution", model))
    for model in KEPT_BY_ADMINISTRATION:
        grant(Role.ADMINISTRATION, *register_of("institution", model))
    for app, model in WAGTAIL_KEPT_BY_ADMINISTRATION:
        grant(Role.ADMINISTRATION, *register_of(app, model))
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, "institution.change_institutionsettings", "institution.view_issuednumber")
        grant(role, "institution.void_issuednumber")
        grant(role, "institution.view_outgoingmail", "institution.retry_outgoingmail")
        grant(role, "institution.view_longtask")


def _pages() -> None:
    grant_on_pages(Role.WRITING, "add")
    grant_on_pages(Role.HEAD, "add", "change", "publish", "lock", "unlock")
    grant_on_pages(Role.ADMINISTRATION, "add", "change", "publish", "lock", "unlock", "bulk_delete")


def _files() -> None:
    grant_on_files(Role.WRITING, "add", "choose")
    for role in (Role.PROTOCOL, Role.PRESS, Role.PLANNING):
        grant_on_files(role, "choose")
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant_on_files(role, "add", "change", "choose")
