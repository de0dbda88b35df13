"""Keeping the address of each presentation the same from one publication to the next."""

from wagtail.models import Revision

from pages.models.materials import MaterialPage


def keep_presentation_keys(*, material: MaterialPage, revision: Revision) -> None:
    """Write in the published revision the keys that its new rows were just given.

    Wagtail leaves them without, so the next publication would take every row for a new one, with another key; the
    key is in the download's address and in its count.
    """
    rows = material.serializable_data()["presentations"]
    if revision.content.get("presentations") != rows:
        revision.content["presentations"] = rows
        revision.save(update_fields=["content"])
