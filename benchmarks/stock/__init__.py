"""Wagtail's own API beside ours, to be measured in the same server."""
