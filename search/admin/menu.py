"""Where this room's registers hang; the room that has the portal's menu shows it."""

HOOK = "register_search_menu_item"
