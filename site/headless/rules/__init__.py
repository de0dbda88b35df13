"""Rules about values alone."""
