"""What `benchmarks/search.py` is made of: many documents, what is asked of them, and how long it takes."""
