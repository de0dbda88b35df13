"""Views of the portal that are not pages of the tree."""
