"""Precedence, authorities, ceremonies, guests, seating, programmes, the official agenda and the civic calendar will live here."""
