"""Media outlets and journalists, accreditation, distribution, press conferences and coverage will live here."""
