"""Cards for social networks, drawn with Pillow: from what they say to a JPEG, without the database."""
