"""What editors and citizens fill in."""
