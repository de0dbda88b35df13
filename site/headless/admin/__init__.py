"""The backend screens of what integrators are given."""
