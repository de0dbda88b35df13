"""The units' requests in the backend: list, board, calendar, one request, figures."""
