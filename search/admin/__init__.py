"""The backend of this room."""
