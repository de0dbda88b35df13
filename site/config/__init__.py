"""Wires the rooms together: settings, addresses and the server's entry point. It owns no domain rule."""
