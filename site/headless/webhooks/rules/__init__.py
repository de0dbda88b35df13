"""Rules of webhooks about values alone."""
