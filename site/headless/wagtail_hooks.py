"""What this room hangs on Wagtail's hooks."""

from headless import log_actions  # noqa: F401 - importing it registers its hooks
