"""What a reader takes away: a note as PDF, as plain text, its photos."""
