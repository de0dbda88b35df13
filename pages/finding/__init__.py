"""The portal's search as people see it: what the address asks, what is found, and by what it may be narrowed."""
