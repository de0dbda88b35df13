"""The content API's frame: rooms register their resources here; the frame knows no room."""
