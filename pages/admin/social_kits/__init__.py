"""The kits of social networks in the backend: their register, the desk of one, the tab of a piece."""
