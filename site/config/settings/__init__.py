"""One module for each place the platform runs in: `dev`, `test` and `production`, over `base`."""
