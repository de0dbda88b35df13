"""Land, sky, water and what lives there."""
