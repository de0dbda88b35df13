"""Judging the search by collections whose good answers are known, through the very code that the portal uses."""
