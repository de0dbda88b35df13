"""How the number of an official document is written from its series, correlative and year."""

import string

PLACEHOLDERS = frozenset({"numero", "anio", "oficina", "entidad"})


def unknown_placeholders(pattern: str) -> set[str]:
    """The names in braces that no number can fill; ValueError when the braces don't pair."""
    names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
    return names - PLACEHOLDERS


def written_number(pattern: str, *, number: int, year: int, office: str, entity: str) -> str:
    """The number as printed, such as `N.° 045-2026-OII-MPA`; the correlative has at least three digits."""
    return pattern.format(numero=f"{number:03d}", anio=year, oficina=office, entidad=entity)
