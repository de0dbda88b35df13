"""Cuts words from the start of an element without touching its markup."""

from bs4 import NavigableString, Tag


def cut_start(element: Tag, count: int) -> None:
    """Removes the first `count` characters of the element's text, wherever bold or links divide them."""
    for string in list(element.find_all(string=True)):
        if count <= 0:
            return
        kept = string[count:]
        count -= len(string)
        string.replace_with(NavigableString(kept))
