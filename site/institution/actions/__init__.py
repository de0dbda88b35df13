"""The institution's verbs."""
