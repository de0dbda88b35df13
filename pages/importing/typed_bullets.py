"""Lists people type by hand, a dash or a dot at the start of each line."""

import re

_BULLET = re.compile(r"\s*(?:[•·▪●◦‣➢✓✔]\s*|[-*]\s+)(?=\S)")


def starts_with_bullet(text: str) -> bool:
    """True for "- agua", "• agua"; not for a dash of dialogue ("—Señores…")."""
    return bool(_BULLET.match(text))


def bullet_length(text: str) -> int:
    """How many characters the bullet and its spaces take; 0 without one."""
    match = _BULLET.match(text)
    return match.end() if match else 0
