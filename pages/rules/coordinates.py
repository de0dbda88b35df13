"""Whether a point may be in Peru, and what was probably meant when it isn't."""

from decimal import Decimal

from django.utils.translation import gettext as _

# The mainland's extremes, rounded outwards (INEI): Putumayo in the north, Punta Coles in the south, Punta Balcones in
# the west, the mouth of the river Heath in the east.
SOUTH, NORTH = Decimal("-18.4"), Decimal("0.0")
WEST, EAST = Decimal("-81.4"), Decimal("-68.6")


def in_peru(latitude: Decimal, longitude: Decimal) -> bool:
    """Whether the point lies within the country's extremes, in decimal degrees (WGS 84)."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def coordinate_warning(latitude: Decimal | None, longitude: Decimal | None) -> str:
    """A sentence in Spanish when the point is half given or lies outside Peru, with what was probably meant."""
    if (latitude is None) != (longitude is None):
        return _("Falta una de las dos coordenadas: mientras tanto se usa el punto del distrito.")
    if latitude is None or longitude is None or in_peru(latitude, longitude):
        return ""
    warning = _(
        "Las coordenadas %(latitude)s, %(longitude)s están fuera del Perú: el mapa usará el punto del distrito."
    ) % {"latitude": latitude, "longitude": longitude}
    return f"{warning} {_hint(latitude, longitude)}".strip()


def _hint(latitude: Decimal, longitude: Decimal) -> str:
    meant = [
        (longitude, latitude, _("Parece que están al revés: ¿quiso poner %(latitude)s, %(longitude)s?")),
        (-abs(latitude), -abs(longitude), _("Quizá falta el signo menos: ¿quiso poner %(latitude)s, %(longitude)s?")),
        (-abs(longitude), -abs(latitude), _("Parece que están al revés: ¿quiso poner %(latitude)s, %(longitude)s?")),
    ]
    for south, west, question in meant:
        if in_peru(south, west):
            return question % {"latitude": south, "longitude": west}
    return _("Revíselas o vacíelas.")
