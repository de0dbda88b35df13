"""What people build, use and wear."""
