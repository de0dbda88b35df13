"""What search engines are told, in the words of schema.org."""
