"""The scenes without words, each a place put together from land, town and people."""
