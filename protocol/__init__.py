"""Precedence, authorities, ceremonies, guests, seating, agenda and civic calendar will live here."""
