"""The feed of changes: its clock, what it tells, and the items as it last saw them."""

from headless.models.changes import Change
from headless.models.clock import FeedClock
from headless.models.public_items import PublicItem

__all__ = ["Change", "FeedClock", "PublicItem"]
