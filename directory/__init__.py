"""Media outlets and journalists, accreditation, distribution, press conferences, coverage and clippings will live here."""
