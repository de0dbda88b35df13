"""What goes out by itself: RSS, Atom, JSON Feed, iCalendar."""
