"""How each verb of Wagtail's own screens is tried: through the view that a person would use."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from institution.models import User
from tests.factories.institution import DocumentFactory, ImageFactory
from tests.institution.permission_house import Act, gone_after, opens

SCREEN_ADDRESSES: dict[str, list[list[str]]] = {
    "redirect": [["wagtailredirects:index"], ["wagtailredirects:add"]],
    "workflow": [["wagtailadmin_workflows:index"], ["wagtailadmin_workflows:add"]],
    "task": [
        ["wagtailadmin_workflows:task_index"],
        ["wagtailadmin_workflows:add_task", "wagtailcore", "groupapprovaltask"],
    ],
    "collection": [["wagtailadmin_collections:index"], ["wagtailadmin_collections:add"]],
    "home": [["wagtailadmin_home"]],
    "explorer": [["wagtailadmin_explore_root"]],
    "report: downloads": [["download_report"]],
    "report: searches": [["search_report"]],
    "compose bulletin": [["compose_bulletin"]],
    "report: locked pages": [["wagtailadmin_reports:locked_pages"]],
    "report: workflows": [["wagtailadmin_reports:workflow"]],
    "report: workflow tasks": [["wagtailadmin_reports:workflow_tasks"]],
    "report: site history": [["wagtailadmin_reports:site_history"]],
    "report: aging pages": [["wagtailadmin_reports:aging_pages"]],
    "report: page types": [["wagtailadmin_reports:page_types_usage"]],
}


FILES = {"image": (ImageFactory, "wagtailimages"), "document": (DocumentFactory, "wagtaildocs")}


def screen_acts(screen: str) -> dict[str, Act]:
    """The verbs of one of Wagtail's own screens."""
    if screen in FILES:
        return _file_acts(*FILES[screen])
    listing, *adding = SCREEN_ADDRESSES[screen]
    return {"list": lambda client, user: opens(client, *listing), "add": lambda client, user: opens(client, *adding[0])}


def _file_acts(factory: Callable, app: str) -> dict[str, Act]:
    def choose(client: Client, user: User) -> bool:
        factory(title="Elegible")
        answer = client.get(reverse(f"{app}_chooser:choose"), headers={"x-requested-with": "XMLHttpRequest"})
        return b"Elegible" in answer.content

    def delete(client: Client, user: User) -> bool:
        row = factory()
        return gone_after(client, row, f"{app}:delete", row.pk)

    return {
        "list": lambda client, user: opens(client, f"{app}:index"),
        "add": lambda client, user: opens(client, f"{app}:add_multiple"),
        "choose": choose,
        "edit own": lambda client, user: opens(client, f"{app}:edit", factory(uploaded_by_user=user).pk),
        "edit other": lambda client, user: opens(client, f"{app}:edit", factory().pk),
        "delete": delete,
    }
