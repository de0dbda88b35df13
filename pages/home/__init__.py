"""What the home page shows beside what editors compose."""
