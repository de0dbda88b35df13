"""Whether a version of a page says something else than another, bookkeeping aside."""

from collections.abc import Mapping
from typing import Any

# What Wagtail notes of a page for itself, and what may be added to a piece of a past term.
BOOKKEEPING = frozenset(
    {
        "path", "depth", "numchild", "url_path", "translation_key", "draft_title", "live", "has_unpublished_changes",
        "latest_revision", "live_revision", "first_published_at", "last_published_at", "latest_revision_created_at",
        "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by", "search_description", "owner",
        "wagtail_admin_comments", "corrections",
    }
)  # fmt: skip


def rewritten(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the two serialised versions differ in their content."""
    return any(
        _comparable(one.get(name)) != _comparable(other.get(name)) for name in (one.keys() | other.keys()) - BOOKKEEPING
    )


def _comparable(value: Any) -> Any:
    """Related keys without their order, which the database doesn't keep."""
    return sorted(value, key=str) if isinstance(value, list) else value
