"""The operating plan (POI), programmes, opinion studies, indicators, requests and tasks will live here."""
