"""How words are understood. Pure: no database, no settings."""
