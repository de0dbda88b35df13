"""Telling other programs what changed as it changes, signed as Standard Webhooks asks."""
