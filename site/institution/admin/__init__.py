"""What the editorial backend shows of the institution, and what every room's registers share there."""
