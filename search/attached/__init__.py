"""Reading the text inside the documents that people upload."""
