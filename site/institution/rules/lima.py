"""The clock that people of the municipality live by."""

from zoneinfo import ZoneInfo

LIMA = ZoneInfo("America/Lima")
