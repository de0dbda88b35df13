"""What the editorial backend shows of what is published."""
