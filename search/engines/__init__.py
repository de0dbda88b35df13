"""The engines that answer a search: each matches and scores roughly; the order is common to all (search.ranking)."""
