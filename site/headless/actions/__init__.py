"""What is done with the feed of changes."""
