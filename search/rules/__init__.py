"""Pure rules of finding: how well an answer serves, and what may be remembered of a query."""
