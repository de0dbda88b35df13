"""Lists as the address asks for them: filters, counts, pages."""
