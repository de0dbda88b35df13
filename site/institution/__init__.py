"""The municipality itself: identity, units, terms of government, document series, roles, people and their files."""
