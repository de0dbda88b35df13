"""What is published: news and the portal's pages, and what editors compose them with."""
