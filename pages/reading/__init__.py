"""What surrounds a piece when it is read, one file for each type."""
