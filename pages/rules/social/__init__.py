"""What a post on a social network may say and how it is said: pure functions about its words."""
