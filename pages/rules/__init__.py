"""Rules about values only: no database, no clock."""
