"""Webhooks in the backend: who is told, what was sent, and what can be done when it doesn't arrive."""
