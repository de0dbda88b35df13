"""Real objects for tests, one module for each room."""
