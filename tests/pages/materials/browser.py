"""What a person's browser says of itself: only what it takes away is counted as a download."""

BROWSER = {"user-agent": "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36"}
