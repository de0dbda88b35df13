"""The engines that answer a search, as backends of Wagtail's own search."""
