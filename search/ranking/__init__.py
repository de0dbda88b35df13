"""The order of what was found: one formula for every engine, over the best that the engine found. Pure."""
