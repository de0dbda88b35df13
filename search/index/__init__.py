"""Keeping what can be found: documents as terms, the vocabulary, and the database's own full-text index over them."""
