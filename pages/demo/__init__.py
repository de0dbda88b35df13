"""Demonstration content: invented notes, drawn pictures, example people. Never for a real portal."""
