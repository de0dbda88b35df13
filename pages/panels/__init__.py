"""The backend's forms, one file for each type of piece."""
