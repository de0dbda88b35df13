"""What a reader of the feed of changes sees."""

from typing import Any

from django.test import Client

GONE = {"unpublished", "deleted"}


def read(client: Client, since: str | None = None, **asked: Any) -> tuple[list[dict[str, Any]], str]:
    """Every change after a cursor, page after page, and the cursor to ask with next."""
    changes: list[dict[str, Any]] = []
    while True:
        answer = client.get("/api/v1/changes", asked | ({"since": since} if since else {})).json()
        changes += answer["items"]
        since = answer["next"]
        if not answer["more"]:
            return changes, since


def told(changes: list[dict[str, Any]]) -> list[tuple[int, str]]:
    """What happened to which item, in order."""
    return [(change["id"], change["change"]) for change in changes]


def rebuilt(changes: list[dict[str, Any]]) -> dict[tuple[str, int], str]:
    """The address of every item that is public by what the feed told, by type and key."""
    items: dict[tuple[str, int], str] = {}
    for change in changes:
        key = (change["type"], change["id"])
        if change["change"] in GONE:
            items.pop(key, None)
        else:
            items[key] = change["url"]
    return items
