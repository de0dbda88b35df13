"""The operating plan (POI), programmes, opinion studies, indicators, supply requests and assigned tasks will live here."""
