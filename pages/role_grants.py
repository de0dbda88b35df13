"""What each role may do with what is published; lending a note asks for the right to publish it, not for a grant."""

from institution.enums import Role
from institution.permissions import grant, register_of


def register() -> None:
    """Put this room's grants on the table."""
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, *register_of("pages", "topic"), "pages.change_portalmenus")
        grant(role, *register_of("pages", "contactmessage", verbs=("change", "delete", "view")))
        grant(role, "pages.view_importrun", "pages.view_previewlink", "pages.view_withdrawal")
        grant(role, "pages.correct_past_content")
        grant(role, "pages.view_publicitydecision", "pages.report_publicity")
        grant(role, "pages.view_review", "pages.view_brokenlink", "pages.view_outsidelink", "pages.check_links")
        grant(role, *register_of("pages", "diffusionentry"))
        grant(role, *register_of("pages", "alert", verbs=("add", "change", "delete", "publish", "view")))
        grant(role, *register_of("pages", "photoset"))
    grant(Role.WRITING, "pages.view_importrun", "pages.view_review", "pages.view_brokenlink", "pages.view_outsidelink")
    for role in (Role.WRITING, Role.HEAD, Role.ADMINISTRATION):
        grant(role, "pages.view_guidanceopinion")
    grant(Role.WRITING, *register_of("pages", "alert", verbs=("add", "change", "view")))
    for model in ("diffusionentry", "photoset"):
        grant(Role.WRITING, *register_of("pages", model, verbs=("add", "change", "view")))
    for role in (Role.HEAD, Role.PROTOCOL, Role.ADMINISTRATION):
        grant(role, "pages.view_eventregistration", "pages.change_eventregistration")
    _social()
    _works()
    _requests()


def _social() -> None:
    """Redacción writes the posts; Jefatura approves and schedules them."""
    for role in (Role.WRITING, Role.HEAD, Role.ADMINISTRATION):
        grant(role, *register_of("pages", "socialkit", verbs=("add", "change", "view")))
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, "pages.delete_socialkit", "pages.approve_socialkit")


def _works() -> None:
    """Facts of works are told by who may publish them, which asks for no grant; here, who sees their registers."""
    for role in (Role.WRITING, Role.HEAD, Role.ADMINISTRATION):
        grant(role, "pages.view_workadvance")
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, *register_of("pages", "workreport", verbs=("change", "view")))
        grant(role, *register_of("pages", "workimport", verbs=("add", "view")))


def _requests() -> None:
    """The office works on what all units ask; a unit asks, and sees its own."""
    for role in (Role.WRITING, Role.HEAD, Role.ADMINISTRATION):
        grant(role, "pages.add_unitrequest", "pages.view_unitrequest", "pages.work_unitrequest")
    for role in (Role.HEAD, Role.ADMINISTRATION):
        grant(role, "pages.decide_unitrequest")
    grant(Role.UNIT, "pages.add_unitrequest", "pages.view_unitrequest")
