"""The pieces that editors compose a body with."""

from pages.blocks.body import BodyBlock, SectionsBlock

__all__ = ["BodyBlock", "SectionsBlock"]
